package dev.gatehouse.mcp.tool;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;

/** What a tool does and the record of it, both or neither. */
@ApplicationScoped
class ToolTransaction {
    @Inject
    AuditTrail audit;

    /** A tool that fails, however it says so, has changed nothing. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ToolResult result;

        Failed(ToolResult result) {
            this.result = result;
        }

        ToolResult result() {
            return result;
        }
    }

    @Transactional
    ToolResult call(McpActor actor, CataloguedTool tool, JsonObject arguments) {
        var result = tool.tool().call(actor, arguments);
        if (result.error()) {
            throw new Failed(result);
        }
        audit.record(AuditEvent.done(
                ToolAction.CALL, actor.subject(), tool.definition().name()));
        return result;
    }
}
