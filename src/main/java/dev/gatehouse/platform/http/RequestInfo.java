package dev.gatehouse.platform.http;

import jakarta.enterprise.context.RequestScoped;

/** What logs, audit records and error pages say of the request at hand. */
@RequestScoped
public class RequestInfo {
    private String id = "none";
    private String path = "";
    private String resolvedPath = "";
    private String remoteAddress = "";
    private String userAgent = "";

    void begin(String id, String path, String remoteAddress, String userAgent) {
        this.id = id;
        this.path = path;
        this.resolvedPath = path;
        this.remoteAddress = remoteAddress;
        this.userAgent = userAgent;
    }

    /**
     * The request id: in the {@code X-Request-Id} response header, in every log line, and as reference on error pages.
     */
    public String id() {
        return id;
    }

    /** The path that the client asked for, before an alias was resolved. */
    public String path() {
        return path;
    }

    void resolve(String canonicalPath) {
        this.resolvedPath = canonicalPath;
    }

    /** The path that answers, after an alias was resolved. */
    public String resolvedPath() {
        return resolvedPath;
    }

    /** The address of the peer. */
    public String remoteAddress() {
        return remoteAddress;
    }

    /** The network of the peer, by which callers are counted: its IPv4 address, or the /64 of its IPv6 address. */
    public String network() {
        return Network.of(remoteAddress);
    }

    /** The {@code User-Agent} header, or empty text. */
    public String userAgent() {
        return userAgent;
    }
}
