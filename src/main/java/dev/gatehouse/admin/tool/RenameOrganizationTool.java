package dev.gatehouse.admin.tool;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.access.Requirement;
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

/** Gives the actor's organization another name. */
@ApplicationScoped
class RenameOrganizationTool implements Tool {
    @Inject
    Organizations organizations;

    @Override
    public ToolDefinition definition() {
        return new ToolDefinition(
                "rename_organization",
                "Rename organization",
                "Gives the organization you act in another display name. Its slug, and so every address, stays the"
                        + " same.",
                Schemas.of("""
                    {
                      "type": "object",
                      "properties": {
                        "name": {
                          "type": "string", "minLength": 1, "maxLength": 100,
                          "pattern": "^[^\\\\p{C}\\\\p{Z}]([^\\\\p{C}]*[^\\\\p{C}\\\\p{Z}])?$",
                          "description": "The new name, without control characters and without blanks at its ends"
                        }
                      },
                      "required": ["name"],
                      "additionalProperties": false
                    }
                    """),
                Requirement.of(Permission.ORGANIZATION_UPDATE),
                false);
    }

    @Override
    public ToolResult call(McpActor actor, JsonObject arguments) {
        var name = arguments.getString("name");
        organizations.rename(actor.organization().id(), name);
        return ToolResult.of(JsonValues.object()
                .add("slug", actor.organization().slug())
                .add("previousName", actor.organization().name())
                .add("name", name)
                .build());
    }
}
