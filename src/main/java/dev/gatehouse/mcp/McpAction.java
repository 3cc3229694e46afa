package dev.gatehouse.mcp;

import dev.gatehouse.audit.AuditAction;

enum McpAction implements AuditAction {
    FOREIGN_ORIGIN("mcp.foreign_origin");

    private final String wireName;

    McpAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
