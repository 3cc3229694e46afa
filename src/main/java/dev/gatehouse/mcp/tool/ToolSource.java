package dev.gatehouse.mcp.tool;

import java.util.stream.Stream;

/** Where tools come from. */
public interface ToolSource {
    /** Every tool of this source. */
    Stream<Tool> tools();
}
