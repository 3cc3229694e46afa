package dev.gatehouse.mcp.jsonrpc;

/** The error codes of JSON-RPC 2.0 §5.1 and of MCP 2026-07-28 (Basic, Error Codes). */
public enum JsonRpcError {
    PARSE_ERROR(-32700),
    INVALID_REQUEST(-32600),
    METHOD_NOT_FOUND(-32601),
    INVALID_PARAMS(-32602),
    INTERNAL_ERROR(-32603),
    HEADER_MISMATCH(-32020),
    UNSUPPORTED_PROTOCOL_VERSION(-32022);

    private final int code;

    JsonRpcError(int code) {
        this.code = code;
    }

    /** The code on the wire. */
    public int code() {
        return code;
    }
}
