package dev.gatehouse.mcp.protocol;

import dev.gatehouse.mcp.jsonrpc.JsonRpcError;
import dev.gatehouse.mcp.jsonrpc.JsonRpcException;
import dev.gatehouse.mcp.jsonrpc.Message;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The headers by which intermediaries route without reading bodies. The body is the truth; a header that differs is
 * refused.
 */
public record McpHeaders(Optional<String> protocolVersion, Optional<String> method, Optional<String> name) {
    private static final String PREFIX = "=?base64?";
    private static final String SUFFIX = "?=";

    /** The MCP headers of a request. */
    public static McpHeaders of(HttpHeaders headers) {
        return new McpHeaders(
                header(headers, "MCP-Protocol-Version"), header(headers, "Mcp-Method"), header(headers, "Mcp-Name"));
    }

    /** 2026-07-28, Streamable HTTP: each required header present and equal to the body. */
    void requireEqual(Message.Request request, String version) {
        require("MCP-Protocol-Version", protocolVersion, version);
        require("Mcp-Method", method, request.method());
        if (request.method().equals("tools/call") && request.params().get("name") instanceof JsonString tool) {
            require("Mcp-Name", name.map(McpHeaders::decode), tool.getString());
        }
    }

    private static void require(String header, Optional<String> actual, String expected) {
        if (actual.isEmpty()) {
            throw mismatch("The header " + header + " is missing.");
        }
        if (!actual.get().equals(expected)) {
            throw mismatch("The header " + header + " differs from the body.");
        }
    }

    private static String decode(String value) {
        if (!value.startsWith(PREFIX)
                || !value.endsWith(SUFFIX)
                || value.length() < PREFIX.length() + SUFFIX.length()) {
            return value;
        }
        try {
            var bytes = Base64.getDecoder().decode(value.substring(PREFIX.length(), value.length() - SUFFIX.length()));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw mismatch("The header Mcp-Name is not valid base64 of UTF-8.");
        }
    }

    private static JsonRpcException mismatch(String message) {
        return JsonRpcException.badRequest(JsonRpcError.HEADER_MISMATCH, message);
    }

    private static Optional<String> header(HttpHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeaderString(name)).map(String::strip);
    }
}
