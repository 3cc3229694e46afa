package dev.gatehouse.arquillian;

import java.io.File;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, with the demo data and whatever a test adds. */
final class BuiltWar {
    private BuiltWar() {}

    static WebArchive with(Class<?>... tests) {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/gatehouse.war"))
                .addAsResource(
                        new StringAsset("gatehouse.demo.enabled=true\n"), "META-INF/microprofile-config.properties")
                .addClasses(tests);
    }
}
