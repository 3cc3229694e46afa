package dev.gatehouse.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import dev.gatehouse.platform.config.DeploymentSettings;
import dev.gatehouse.platform.http.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What authenticators say, verified by WebAuthn4J: made for our origin, over our challenge, by a person who proved
 * themselves to the device (Web Authentication §7). Who made the device is not asked.
 */
@ApplicationScoped
class PasskeyVerification {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.passkey");
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);

    @Inject
    DeploymentSettings deployment;

    /** The relying party id: the host of the public URL, to which passkeys are bound. */
    String relyingParty() {
        return deployment.publicUrl().getHost();
    }

    /** The passkey that the answer in a form makes (Web Authentication §7.1). */
    Optional<NewPasskey> made(Parameters form, PasskeyChallenge challenge) {
        var attestation = AuthenticatorAnswer.bytes(form, "attestation_object");
        var clientData = AuthenticatorAnswer.bytes(form, "client_data");
        if (attestation.isEmpty() || clientData.isEmpty()) {
            return Optional.empty();
        }
        return tried(() -> {
            var registration = webAuthn.verify(
                    new RegistrationRequest(attestation.get(), clientData.get()),
                    new RegistrationParameters(server(challenge), ALGORITHMS, true, true));
            var data = registration.getAttestationObject().getAuthenticatorData();
            var credential = data.getAttestedCredentialData();
            return new NewPasskey(
                    base64(credential.getCredentialId()),
                    base64(credentials.convert(credential)),
                    data.isFlagBE(),
                    data.getSignCount(),
                    challenge.issuedAt());
        });
    }

    /** The signature count after the answer in a form, if that passkey gave it (Web Authentication §7.2). */
    Optional<Long> answered(Parameters form, PasskeyChallenge challenge, StoredPasskey passkey) {
        var clientData = AuthenticatorAnswer.bytes(form, "client_data");
        var authenticatorData = AuthenticatorAnswer.bytes(form, "authenticator_data");
        var signature = AuthenticatorAnswer.bytes(form, "signature");
        var userHandle = AuthenticatorAnswer.bytes(form, "user_handle");
        if (clientData.isEmpty()
                || authenticatorData.isEmpty()
                || signature.isEmpty()
                || userHandle.filter(handle -> names(handle, passkey)).isEmpty()) {
            return Optional.empty();
        }
        var request = new AuthenticationRequest(
                bytes(passkey.credentialId()),
                userHandle.get(),
                authenticatorData.get(),
                clientData.get(),
                signature.get());
        return tried(() -> webAuthn.verify(
                        request,
                        new AuthenticationParameters(server(challenge), credential(passkey), null, true, true)))
                .map(authentication -> authentication.getAuthenticatorData().getSignCount());
    }

    /** The libraries throw many kinds of exceptions, their parsers' own among them, at what no authenticator makes. */
    private static <T> Optional<T> tried(Supplier<T> verification) {
        try {
            return Optional.of(verification.get());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=passkey_refused", e);
            return Optional.empty();
        }
    }

    private CredentialRecordImpl credential(StoredPasskey passkey) {
        return new CredentialRecordImpl(
                null,
                true,
                passkey.backupEligible(),
                null,
                passkey.signCount(),
                credentials.convert(bytes(passkey.publicKey())),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(PasskeyChallenge challenge) {
        return ServerProperty.builder()
                .origin(new Origin(deployment.publicUrl().toString()))
                .rpId(relyingParty())
                .challenge(new DefaultChallenge(challenge.value()))
                .build();
    }

    private static boolean names(byte[] userHandle, StoredPasskey passkey) {
        return Arrays.equals(userHandle, passkey.userId().getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
