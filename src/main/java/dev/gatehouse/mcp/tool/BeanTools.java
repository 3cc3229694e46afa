package dev.gatehouse.mcp.tool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** The tools written in Java: every CDI bean of type {@link Tool}. */
@ApplicationScoped
class BeanTools implements ToolSource {
    @Inject
    @Any
    Instance<Tool> beans;

    @Override
    public Stream<Tool> tools() {
        return beans.stream();
    }
}
