package dev.gatehouse.arquillian;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Without a context parameter in web.xml both servers ignore these annotations silently. */
@ArquillianTest
@RunAsClient
class RoleAnnotationsIT {
    private static final String FULL_KEY = "ghk_demoAcmeFull_Acme0Full0Access0Key0For0Demo0004SEKOS";
    private static final String READ_KEY = "ghk_demoAcmeRead_Acme0Read0Only0Key0For0Demo000000TSDQF";

    @ArquillianResource
    URL base;

    @Deployment
    static WebArchive war() {
        return BuiltWar.with(ProbeResource.class);
    }

    @Test
    void nobody_reaches_what_is_denied_to_all() throws Exception {
        assertEquals(403, get("probe/denied", FULL_KEY).statusCode());
    }

    @Test
    void an_actor_with_the_permission_reaches_a_method_for_it_as_its_principal() throws Exception {
        var response = get("probe/update", FULL_KEY);

        assertEquals(200, response.statusCode());
        assertEquals("Acme demo key", response.body());
    }

    @Test
    void an_actor_without_the_permission_does_not() throws Exception {
        assertEquals(403, get("probe/update", READ_KEY).statusCode());
    }

    private HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("X-API-Key", key)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
