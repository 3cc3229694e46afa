package dev.gatehouse.blackbox.clientdocument;

import dev.gatehouse.blackbox.support.OAuthDance;
import dev.gatehouse.support.TlsSite;
import dev.gatehouse.support.TlsSite.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor's site with the documents of its clients. */
public final class ClientSite implements AutoCloseable {
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final TlsSite site = TlsSite.start();

    /** The site itself. */
    TlsSite site() {
        return site;
    }

    /** A client id that nobody has used before. */
    public String newId() {
        return site.url("/client-" + CLIENTS.incrementAndGet() + ".json").toString();
    }

    /** The id of a new public client with {@link OAuthDance#REDIRECT_URI}; members given replace or extend that. */
    String publish(JsonObject members) {
        var id = newId();
        answer(id, Answer.json(document(id, members).toString()));
        return id;
    }

    /** The id of a new public client. */
    public String publish() {
        return publish(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Answers for a client id like that from now on. */
    public void answer(String id, Answer answer) {
        site.page(path(id), answer);
    }

    /** How often a document was asked for. */
    public long asked(String id) {
        return site.requests(path(id));
    }

    /** The same document with those members. */
    static JsonObject document(String id, JsonObject members) {
        var document = Json.createObjectBuilder(
                Map.of("client_id", id, "client_name", "Document client", "token_endpoint_auth_method", "none"));
        document.add("redirect_uris", Json.createArrayBuilder().add(OAuthDance.REDIRECT_URI));
        members.forEach(document::add);
        return document.build();
    }

    /** The same document as an answer. */
    public static Answer answer(String id) {
        return Answer.json(document(id, JsonValue.EMPTY_JSON_OBJECT).toString());
    }

    private String path(String id) {
        return id.substring(site.url("").toString().length());
    }

    @Override
    public void close() {
        site.close();
    }
}
