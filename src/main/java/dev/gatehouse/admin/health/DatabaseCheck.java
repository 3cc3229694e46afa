package dev.gatehouse.admin.health;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database answers. */
@ApplicationScoped
class DatabaseCheck {
    private static final System.Logger LOG = System.getLogger("dev.gatehouse.health");
    private static final int TIMEOUT_SECONDS = 2;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    boolean answers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "event=database_down cause=" + e.getMessage());
            return false;
        }
    }
}
