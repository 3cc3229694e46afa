package dev.gatehouse.admin.tool;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.access.Requirement;
import dev.gatehouse.audit.AuditEntry;
import dev.gatehouse.audit.AuditTrail;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.mcp.tool.Schemas;
import dev.gatehouse.mcp.tool.Tool;
import dev.gatehouse.mcp.tool.ToolDefinition;
import dev.gatehouse.mcp.tool.ToolResult;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists what happened in the actor's organization. */
@ApplicationScoped
class ListAuditEventsTool implements Tool {
    private static final int DEFAULT_LIMIT = 50;

    @Inject
    AuditTrail audit;

    @Override
    public ToolDefinition definition() {
        return new ToolDefinition(
                "list_audit_events",
                "List audit events",
                "Lists the latest audit events of the organization you act in, newest first: who did what, when, and"
                        + " how it ended.",
                Schemas.of("""
                    {
                      "type": "object",
                      "properties": {
                        "limit": {
                          "type": "integer", "minimum": 1, "maximum": 200, "default": 50,
                          "description": "How many events to return at most"
                        }
                      },
                      "additionalProperties": false
                    }
                    """),
                Requirement.of(Permission.AUDIT_READ),
                true);
    }

    @Override
    public ToolResult call(McpActor actor, JsonObject arguments) {
        var events = JsonValues.array();
        latest(actor, arguments.getInt("limit", DEFAULT_LIMIT)).forEach(entry -> events.add(json(entry)));
        return ToolResult.of(JsonValues.object().add("events", events).build());
    }

    /** What belongs to no organization is for platform administrators. */
    private List<AuditEntry> latest(McpActor actor, int limit) {
        return actor.person().platformAdmin()
                ? audit.latestWithUnattributed(actor.organization().id(), limit)
                : audit.latest(actor.organization().id(), limit);
    }

    private static JsonObject json(AuditEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", entry.id());
        members.put("occurredAt", entry.occurredAt().toString());
        members.put("action", entry.action());
        members.put("outcome", entry.outcome());
        members.put("userId", entry.userId());
        members.put("userLabel", entry.userLabel());
        members.put("apiKeyId", entry.apiKeyId());
        members.put("clientId", entry.clientId());
        members.put("credential", entry.credentialKind());
        members.put("target", entry.target());
        members.put("detail", entry.detail());
        members.put("requestId", entry.requestId());
        members.values().removeIf(Objects::isNull);
        return JsonValues.object(members).build();
    }
}
