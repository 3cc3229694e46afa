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

    @Transactional
    ToolResult call(McpActor actor, CataloguedTool tool, JsonObject arguments) {
        var result = tool.tool().call(actor, arguments);
        var name = tool.definition().name();
        audit.record(
                result.error()
                        ? AuditEvent.failed(ToolAction.CALL, actor.subject(), name, "the tool answered with an error")
                        : AuditEvent.done(ToolAction.CALL, actor.subject(), name));
        return result;
    }
}
