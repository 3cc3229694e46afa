package dev.gatehouse.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What to paste where, once the demo is ready. */
final class Welcome {
    private static final Path DEMO_DATA = Path.of("docs", "demo.json");
    private static final int USERS = 3;

    private Welcome() {}

    static String text(URI baseUrl) throws IOException {
        JsonNode demo = JsonMapper.shared().readTree(Files.exists(DEMO_DATA) ? Files.readString(DEMO_DATA) : "{}");
        return """

            ------------------------------------------------------------------------
            Gatehouse is ready at %1$s          (Ctrl-C ends it)

            Claude Code
              claude mcp add --transport http gatehouse %1$s/mcp

            Cursor (.cursor/mcp.json)
              {"mcpServers": {"gatehouse": {"url": "%1$s/mcp"}}}

            VS Code
              code --add-mcp '{"name": "gatehouse", "type": "http", "url": "%1$s/mcp"}'

            curl, with the demo API key
              curl -s %1$s/mcp \\
                -H 'Authorization: Bearer %2$s' \\
                -H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream' \\
                -d '{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}'

            Sign in as
            %3$s
            ------------------------------------------------------------------------
            """.formatted(baseUrl, demo.path("apiKeys").path(0).path("key").asString("<key>"), users(demo));
    }

    private static String users(JsonNode demo) {
        List<String> users = StreamSupport.stream(demo.path("users").spliterator(), false)
                .limit(USERS)
                .map(user -> "  %s   %s"
                        .formatted(
                                user.path("email").asString(),
                                user.path("password").asString()))
                .toList();
        return String.join("\n", users);
    }
}
