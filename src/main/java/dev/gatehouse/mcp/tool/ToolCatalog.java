package dev.gatehouse.mcp.tool;

import dev.gatehouse.access.McpActor;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every tool of every source, by name. What is listed for an actor is what the actor may call. */
@ApplicationScoped
public class ToolCatalog {
    @Inject
    @Any
    Instance<ToolSource> sources;

    private final SortedMap<String, CataloguedTool> byName = new TreeMap<>();

    @PostConstruct
    void index() {
        sources.stream()
                .flatMap(ToolSource::tools)
                .map(CataloguedTool::of)
                .forEach(tool -> byName.put(tool.definition().name(), tool));
    }

    /** What is offered to an actor, in the order of names. */
    public List<ToolDefinition> offeredTo(McpActor actor) {
        return byName.values().stream()
                .map(CataloguedTool::definition)
                .filter(definition -> definition.requirement().metBy(actor))
                .toList();
    }

    Optional<CataloguedTool> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
