package dev.gatehouse.bench;

import dev.gatehouse.mcp.jsonrpc.Message;
import dev.gatehouse.mcp.jsonrpc.Replies;
import dev.gatehouse.mcp.method.McpCall;
import dev.gatehouse.mcp.method.ModernResult;
import dev.gatehouse.mcp.protocol.McpHeaders;
import dev.gatehouse.mcp.protocol.ProtocolVersion;
import dev.gatehouse.mcp.protocol.Revisions;
import dev.gatehouse.mcp.tool.ToolResult;
import dev.gatehouse.platform.json.StrictJson;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A {@code tools/call} from bytes to bytes, but for the tool itself, which here answers with its arguments. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonRpcBenchmark {
    private static final int TEN_KILOBYTES = 10_000;
    private static final JsonWriterFactory WRITERS = Json.createWriterFactory(Map.of());

    /** Which way of speaking MCP. */
    @Param({"legacy", "modern"})
    public String era;

    /** How large the request is. */
    @Param({"small", "10kB"})
    public String size;

    private byte[] body;
    private McpHeaders headers;

    /** A request and a call of it, as the dispatcher sees them. */
    public record Parsed(Message.Request request, ProtocolVersion version) {}

    /** Makes the body. */
    @Setup
    public void prepare() {
        boolean modern = era.equals("modern");
        var version = modern ? ProtocolVersion.V2026_07_28 : ProtocolVersion.V2025_11_25;
        var params = Json.createObjectBuilder()
                .add("name", "whoami")
                .add("arguments", arguments(size.equals("small") ? 0 : TEN_KILOBYTES));
        if (modern) {
            params.add("_meta", meta(version));
        }
        body = Json.createObjectBuilder()
                .add("jsonrpc", "2.0")
                .add("id", 1)
                .add("method", "tools/call")
                .add("params", params)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        headers = new McpHeaders(Optional.of(version.wireName()), Optional.of("tools/call"), Optional.of("whoami"));
        if (parse().version() != version) {
            throw new IllegalStateException("read as " + parse().version());
        }
    }

    /** From bytes to a request of a known revision. */
    @Benchmark
    public Parsed parse() {
        var request = (Message.Request) Message.parse(StrictJson.value(body));
        return new Parsed(request, Revisions.of(request, headers));
    }

    /** The same, and a result of the same size back to bytes. */
    @Benchmark
    public byte[] parseAndReply() {
        var parsed = parse();
        var request = parsed.request();
        var call = new McpCall(null, parsed.version(), request.params());
        var result = ToolResult.of(request.params().getJsonObject("arguments")).json();
        return bytes(Replies.result(request.id(), ModernResult.of(call, result)));
    }

    private static byte[] bytes(JsonObject message) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = WRITERS.createWriter(bytes)) {
            writer.write(message);
        }
        return bytes.toByteArray();
    }

    /** Records such as tools take and give, about that many bytes of them. */
    private static JsonObject arguments(int bytes) {
        var records = Json.createArrayBuilder();
        int length = 0;
        for (int number = 0; length < bytes; number++) {
            var entry = Json.createObjectBuilder()
                    .add("id", number)
                    .add("email", "person" + number + "@acme.example")
                    .add("note", "Says \"grüß Gott\"\nand more.")
                    .add("active", number % 2 == 0)
                    .build();
            length += entry.toString().length() + 1;
            records.add(entry);
        }
        var arguments = Json.createObjectBuilder();
        return (bytes == 0 ? arguments : arguments.add("records", records)).build();
    }

    private static JsonObject meta(ProtocolVersion version) {
        return Json.createObjectBuilder()
                .add("io.modelcontextprotocol/protocolVersion", version.wireName())
                .add("io.modelcontextprotocol/clientCapabilities", Json.createObjectBuilder())
                .build();
    }
}
