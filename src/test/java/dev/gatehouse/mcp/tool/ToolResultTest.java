package dev.gatehouse.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class ToolResultTest {

    /** 2025-11-25, Tools: the structured content should stand in a text block as well. */
    @Test
    void a_structured_answer_is_repeated_as_text() {
        var answer =
                ToolResult.of(Json.createObjectBuilder().add("name", "Acme").build());

        assertThat(answer.json())
                .hasToString("{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"name\\\":\\\"Acme\\\"}\"}],"
                        + "\"structuredContent\":{\"name\":\"Acme\"},\"isError\":false}");
    }

    @Test
    void a_failure_is_text_that_says_so() {
        assertThat(ToolResult.failure("No.").json())
                .hasToString("{\"content\":[{\"type\":\"text\",\"text\":\"No.\"}],\"isError\":true}");
    }
}
