package dev.gatehouse.mcp.tool;

import dev.gatehouse.access.McpActor;
import dev.gatehouse.platform.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Every tool of every source, by name. What is listed for an actor is what the actor may call. */
@ApplicationScoped
public class ToolCatalog {
    @Inject
    @Any
    Instance<ToolSource> sources;

    private Registry<CataloguedTool> tools;

    @PostConstruct
    void index() {
        tools = Registry.of(
                sources.stream().flatMap(ToolSource::tools).map(CataloguedTool::of),
                tool -> tool.definition().name());
    }

    /** What is offered to an actor, in the order of names. */
    public List<ToolDefinition> offeredTo(McpActor actor) {
        return tools.all()
                .map(CataloguedTool::definition)
                .filter(definition -> definition.requirement().metBy(actor))
                .toList();
    }

    Optional<CataloguedTool> named(String name) {
        return tools.named(name);
    }
}
