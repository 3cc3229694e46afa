package dev.gatehouse.platform.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates of the class path, strict about missing values and escaping every value for HTML. */
@ApplicationScoped
public class Templates {
    private Engine engine;

    @PostConstruct
    void start() {
        engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .strictRendering(true)
                .addLocator(name -> source(name).map(HtmlLocation::new))
                .build();
    }

    String render(Page page) {
        var instance = engine.getTemplate(page.template()).instance();
        page.data().forEach(instance::data);
        return instance.render();
    }

    private static Optional<String> source(String name) {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("templates/" + name + ".html")) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record HtmlLocation(String source) implements TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(source);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
        }
    }
}
