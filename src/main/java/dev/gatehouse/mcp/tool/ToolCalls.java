package dev.gatehouse.mcp.tool;

import dev.gatehouse.access.AccessRefusal;
import dev.gatehouse.access.McpActor;
import dev.gatehouse.access.Requirement;
import dev.gatehouse.audit.AuditEvent;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.platform.http.RequestInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Calls tools: decides, validates, does, and records, whoever calls and however it ends. */
@ApplicationScoped
public class ToolCalls {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.tool");

    @Inject
    ToolCatalog catalog;

    @Inject
    ToolTransaction transaction;

    @Inject
    AuditTrail audit;

    @Inject
    RequestInfo request;

    /** Calls a tool by name; empty when there is none of that name. */
    public Optional<ToolResult> call(McpActor actor, String name, JsonObject arguments) {
        var tool = catalog.named(name);
        if (tool.isEmpty()) {
            malformed(actor, name, "there is no such tool");
        }
        return tool.map(known -> call(actor, known, arguments));
    }

    /** Records a call that never got as far as a tool. */
    public void malformed(McpActor actor, String name, String why) {
        audit.record(AuditEvent.failed(ToolAction.CALL, actor.subject(), name, why));
    }

    private ToolResult call(McpActor actor, CataloguedTool tool, JsonObject arguments) {
        return switch (tool.definition().requirement().decide(actor)) {
            case Requirement.Allowed allowed -> checked(actor, tool, arguments);
            case Requirement.Denied(var why) -> denied(actor, tool, why);
            // An HTTP answer and not a result, so that the client asks the person for more (2026-07-28, Step-Up).
            case Requirement.ScopeMissing missing -> throw AccessRefusal.tooNarrow(actor, missing);
        };
    }

    private ToolResult denied(McpActor actor, CataloguedTool tool, String why) {
        audit.record(AuditEvent.refused(
                ToolAction.CALL, actor.subject(), tool.definition().name(), why));
        return ToolResult.failure(why);
    }

    private ToolResult checked(McpActor actor, CataloguedTool tool, JsonObject arguments) {
        var problem = tool.schema().problem(arguments);
        if (problem.isPresent()) {
            audit.record(AuditEvent.failed(
                    ToolAction.CALL, actor.subject(), tool.definition().name(), "invalid arguments"));
            return ToolResult.failure("The arguments do not fit: " + problem.get());
        }
        return attempt(actor, tool, arguments);
    }

    private ToolResult attempt(McpActor actor, CataloguedTool tool, JsonObject arguments) {
        try {
            return transaction.call(actor, tool, arguments);
        } catch (ToolTransaction.Failed failed) {
            audit.record(AuditEvent.failed(
                    ToolAction.CALL, actor.subject(), tool.definition().name(), "the tool answered with an error"));
            return failed.result();
            // A container may let the checked exceptions of a failed commit through.
        } catch (Exception defect) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "event=tool_defect request_id=" + request.id() + " tool="
                            + tool.definition().name(),
                    defect);
            audit.record(AuditEvent.failed(
                    ToolAction.CALL,
                    actor.subject(),
                    tool.definition().name(),
                    "defect, see the log of request " + request.id()));
            return ToolResult.failure("The tool failed on our side; nothing was changed. Quote the reference "
                    + request.id() + " to the administrator.");
        }
    }
}
