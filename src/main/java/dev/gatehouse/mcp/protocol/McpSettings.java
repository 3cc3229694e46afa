package dev.gatehouse.mcp.protocol;

import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.util.List;

/** Which web pages may call the MCP endpoint from a browser, besides those of this deployment. */
@Settings("gatehouse.mcp")
public record McpSettings(@Default("") List<String> allowedOrigins) {}
