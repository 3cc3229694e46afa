package dev.gatehouse.bench.echo;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** What Gatehouse is compared with: JAX-RS and nothing else. */
@ApplicationPath("/")
public class EchoApplication extends Application {}
