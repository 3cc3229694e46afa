package dev.gatehouse.oauth.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The methods of client authentication that are served: registration, metadata and the endpoints all ask here. */
@ApplicationScoped
public class ClientAuthenticationMethods {
    @Inject
    ClientAuthenticationSettings settings;

    /** Every one that is switched on. */
    public Set<ClientAuthenticationMethod> supported() {
        var methods = EnumSet.allOf(ClientAuthenticationMethod.class);
        if (!settings.tls()) {
            methods.remove(ClientAuthenticationMethod.TLS_CLIENT_AUTH);
        }
        return methods;
    }

    /** Their names, as metadata lists them. */
    public List<String> names() {
        return names(supported());
    }

    /** The names of those that prove something, for endpoints that are not for public clients. */
    public List<String> confidentialNames() {
        return names(supported().stream()
                .filter(ClientAuthenticationMethod::confidential)
                .toList());
    }

    private static List<String> names(Collection<ClientAuthenticationMethod> methods) {
        return methods.stream().map(ClientAuthenticationMethod::wireName).toList();
    }
}
