package dev.gatehouse.admin.tool;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.access.Requirement;
import dev.gatehouse.identity.organization.Member;
import dev.gatehouse.identity.organization.Organizations;
import dev.gatehouse.identity.role.Permission;
import dev.gatehouse.mcp.tool.Schemas;
import dev.gatehouse.mcp.tool.Tool;
import dev.gatehouse.mcp.tool.ToolDefinition;
import dev.gatehouse.mcp.tool.ToolResult;
import dev.gatehouse.platform.json.JsonValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Lists who is in the actor's organization. */
@ApplicationScoped
class ListOrganizationMembersTool implements Tool {
    @Inject
    Organizations organizations;

    @Override
    public ToolDefinition definition() {
        return new ToolDefinition(
                "list_organization_members",
                "List organization members",
                "Lists the active members of the organization you act in, with their e-mail addresses and roles.",
                Schemas.NOTHING,
                Requirement.of(Permission.MEMBER_READ),
                true);
    }

    @Override
    public ToolResult call(McpActor actor, JsonObject arguments) {
        var members = JsonValues.array();
        organizations.members(actor.organization().id()).forEach(member -> members.add(json(member)));
        return ToolResult.of(JsonValues.object().add("members", members).build());
    }

    private static JsonObject json(Member member) {
        return JsonValues.object()
                .add("id", member.userId())
                .add("name", member.name())
                .add("email", member.email())
                .add("roles", JsonValues.array(member.roles()))
                .build();
    }
}
