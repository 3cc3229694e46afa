package dev.gatehouse.oauth.userinfo;

import dev.gatehouse.identity.user.Person;
import dev.gatehouse.oauth.settings.Scope;
import java.util.List;
import java.util.Set;

/** What we tell about a person (OpenID Connect Core §5.3.2); absent is what the scopes do not cover. */
public record Userinfo(String sub, String name, String email, Boolean emailVerified) {

    /**
     * An address is verified once its person, or a provider for them, has proven it; an administrator's word is none.
     */
    static Userinfo of(Person person, boolean emailVerified, Set<Scope> scopes) {
        var email = scopes.contains(Scope.EMAIL);
        return new Userinfo(
                person.id(),
                scopes.contains(Scope.PROFILE) ? person.name() : null,
                email ? person.email() : null,
                email ? emailVerified : null);
    }

    /** The claims that we can tell, here or in an ID token, as metadata lists them. */
    public static List<String> claims() {
        return List.of(
                "sub",
                "iss",
                "aud",
                "exp",
                "iat",
                "auth_time",
                "nonce",
                "acr",
                "amr",
                "at_hash",
                "name",
                "email",
                "email_verified");
    }
}
