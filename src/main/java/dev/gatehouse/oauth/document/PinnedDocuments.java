package dev.gatehouse.oauth.document;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.json.JsonFormatException;
import dev.gatehouse.platform.json.Members;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Copies of documents that the operator keeps in a directory, for sites that cannot or need not be asked. */
@ApplicationScoped
class PinnedDocuments {
    @Inject
    ClientDocumentSettings settings;

    private final Map<String, byte[]> byClientId = new HashMap<>();

    @PostConstruct
    void read() {
        settings.pinnedDocuments().map(Path::of).ifPresent(this::readAll);
    }

    /** An unreadable copy stops the start, not the first client. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {}

    /** The copy of the document at a URL. */
    Optional<byte[]> of(String clientId) {
        return Optional.ofNullable(byClientId.get(clientId));
    }

    private void readAll(Path directory) {
        try (var files = Files.newDirectoryStream(directory, "*.json")) {
            files.forEach(this::read);
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigurationException("Change gatehouse.oauth.pinned-documents: '" + directory
                    + "' is not a directory of readable documents.");
        }
    }

    private void read(Path file) {
        try {
            var document = Files.readAllBytes(file);
            var clientId = new Members(StrictJson.object(document))
                    .string("client_id")
                    .orElseThrow(() -> new JsonFormatException("client_id is missing."));
            byClientId.put(clientId, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonFormatException e) {
            throw new ConfigurationException(
                    "Change gatehouse.oauth.pinned-documents: '" + file + "': " + e.getMessage());
        }
    }
}
