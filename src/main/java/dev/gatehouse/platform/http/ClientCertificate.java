package dev.gatehouse.platform.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The certificate by which the other end of the connection has proven itself to the server, or to a proxy before it.
 */
@RequestScoped
public class ClientCertificate {
    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
    private static final int MAX_LENGTH = 16_384;

    @Inject
    HttpServletRequest request;

    /**
     * The certificate's subject: from the connection, or, if a header is named, from there and nowhere else, as RFC
     * 9440 §2.1 writes it.
     */
    public Optional<X500Principal> subject(Optional<String> header) {
        return (header.isPresent() ? forwarded(header.get()) : connected())
                .map(X509Certificate::getSubjectX500Principal);
    }

    /** Whether a distinguished name as text (RFC 4514) is that subject. */
    public static boolean same(String name, X500Principal subject) {
        try {
            return new X500Principal(name).equals(subject);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<X509Certificate> connected() {
        return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    private Optional<X509Certificate> forwarded(String header) {
        return Optional.ofNullable(request.getHeader(header))
                .map(String::strip)
                .filter(value -> value.length() > 2 && value.length() < MAX_LENGTH)
                .filter(value -> value.startsWith(":") && value.endsWith(":"))
                .flatMap(value -> parse(value.substring(1, value.length() - 1)));
    }

    private static Optional<X509Certificate> parse(String base64) {
        try {
            var der = new ByteArrayInputStream(Base64.getDecoder().decode(base64));
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der));
        } catch (IllegalArgumentException | CertificateException e) {
            return Optional.empty();
        }
    }
}
