package dev.gatehouse.blackbox.configured;

import dev.gatehouse.support.KeyTool;
import dev.gatehouse.support.TestServer;
import java.nio.file.Path;

/** The signing keys that an operator brings: {@code ec}, {@code rsa} and {@code rsa-before}. */
final class KeyFile {
    static final String PASSWORD = "changeit";
    static final Path PATH = generated();

    private KeyFile() {}

    private static Path generated() {
        var file = TestServer.newDirectory().resolve("keys.p12");
        KeyTool.generate(file, PASSWORD, "ec", "-keyalg", "EC", "-groupname", "secp256r1");
        KeyTool.generate(file, PASSWORD, "rsa", "-keyalg", "RSA", "-keysize", "2048");
        KeyTool.generate(file, PASSWORD, "rsa-before", "-keyalg", "RSA", "-keysize", "2048");
        return file;
    }
}
