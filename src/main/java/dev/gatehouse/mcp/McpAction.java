package dev.gatehouse.mcp;

import dev.gatehouse.audit.AuditAction;

enum McpAction implements AuditAction {
    FOREIGN_ORIGIN,
    MESSAGE_REFUSED
}
