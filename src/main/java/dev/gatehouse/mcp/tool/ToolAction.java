package dev.gatehouse.mcp.tool;

import dev.gatehouse.audit.AuditAction;

enum ToolAction implements AuditAction {
    CALL("tool.call");

    private final String wireName;

    ToolAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
