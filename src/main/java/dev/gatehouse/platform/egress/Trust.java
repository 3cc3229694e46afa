package dev.gatehouse.platform.egress;

import dev.gatehouse.platform.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Which certificates are believed: those that the Java installation believes and those of a PEM file. */
final class Trust {
    private Trust() {}

    static SSLContext of(Optional<String> extraCa) {
        try {
            var authorities = new ArrayList<Certificate>(installed());
            if (extraCa.isPresent()) {
                authorities.addAll(pem(extraCa.get()));
            }
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory(store(authorities)).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Certificate> installed() throws GeneralSecurityException {
        return Stream.of(factory(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .<Certificate>map(authority -> authority)
                .toList();
    }

    private static Collection<? extends Certificate> pem(String file) {
        try (var in = Files.newInputStream(Path.of(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (IOException | GeneralSecurityException e) {
            throw new ConfigurationException(
                    "Change gatehouse.outbound.extra-ca: '" + file + "' is not a readable file of PEM certificates.");
        }
    }

    private static KeyStore store(List<Certificate> authorities) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        return store;
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
