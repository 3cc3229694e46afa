package dev.gatehouse.admin.tool;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.access.Requirement;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.mcp.tool.Schemas;
import dev.gatehouse.mcp.tool.Tool;
import dev.gatehouse.mcp.tool.ToolDefinition;
import dev.gatehouse.mcp.tool.ToolResult;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;

/** Tells an actor who they are here. */
@ApplicationScoped
class WhoamiTool implements Tool {
    @Override
    public ToolDefinition definition() {
        return new ToolDefinition(
                "whoami",
                "Who am I",
                "Tells who is calling: the person, the organization they act in, their permissions there, and the kind"
                        + " of credential.",
                Schemas.NOTHING,
                Requirement.none(),
                true);
    }

    @Override
    public ToolResult call(McpActor actor, JsonObject arguments) {
        var permissions = JsonValues.array();
        actor.permissions().stream().map(Permission::wireName).sorted().forEach(permissions::add);
        return ToolResult.of(JsonValues.object()
                .add(
                        "user",
                        JsonValues.object()
                                .add("id", actor.person().id())
                                .add("email", actor.person().email())
                                .add("name", actor.person().name()))
                .add(
                        "organization",
                        JsonValues.object()
                                .add("id", actor.organization().id())
                                .add("slug", actor.organization().slug())
                                .add("name", actor.organization().name()))
                .add("permissions", permissions)
                .add("credential", actor.credentialKind())
                .build());
    }
}
