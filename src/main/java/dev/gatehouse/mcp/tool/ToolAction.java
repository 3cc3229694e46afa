package dev.gatehouse.mcp.tool;

import dev.gatehouse.audit.AuditAction;

enum ToolAction implements AuditAction {
    CALL
}
