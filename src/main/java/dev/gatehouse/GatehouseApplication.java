package dev.gatehouse;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The whole product as one Jakarta REST application at the host root, where RFC 8414 and RFC 9728 documents must live.
 */
@ApplicationPath("/")
public class GatehouseApplication extends Application {}
