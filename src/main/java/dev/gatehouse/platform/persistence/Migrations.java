package dev.gatehouse.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Brings the schema up to date before anything reads it: one node at a time, and a node killed half-way blocks nobody.
 */
@ApplicationScoped
public class Migrations {
    /** Observers of the application's start that need the schema must come after this priority. */
    public static final int PRIORITY = 100;

    private static final long ADVISORY_LOCK = 0x6761_7465_686f_7573L;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource dataSource;

    void migrate(@Observes @Priority(PRIORITY) @Initialized(ApplicationScoped.class) Object start) throws Exception {
        try (var connection = dataSource.getConnection()) {
            boolean postgres = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            if (postgres) {
                execute(connection, "select pg_advisory_lock(" + ADVISORY_LOCK + ")");
            }
            try {
                update(connection);
            } finally {
                connection.setAutoCommit(true);
                if (postgres) {
                    execute(connection, "select pg_advisory_unlock(" + ADVISORY_LOCK + ")");
                }
            }
        }
    }

    /**
     * Liquibase's own lock is a row that outlives a killed process. Behind the session lock of PostgreSQL, and the file
     * lock of an embedded H2, such a row is nobody's, so it is released first. (H2 is for one node.)
     */
    private static void update(Connection connection) throws Exception {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        var resources = new ClassLoaderResourceAccessor(Thread.currentThread().getContextClassLoader());
        var scope = Map.<String, Object>of(
                Scope.Attr.resourceAccessor.name(), resources, Scope.Attr.ui.name(), new LoggerUIService());
        Scope.child(scope, () -> {
            releaseStaleLock(database);
            new CommandScope("update")
                    .addArgumentValue("database", database)
                    .addArgumentValue("changelogFile", "liquibase/changelog.xml")
                    .addArgumentValue("showSummary", UpdateSummaryEnum.OFF)
                    .execute();
        });
    }

    private static void releaseStaleLock(Database database) throws Exception {
        var locks = LockServiceFactory.getInstance().getLockService(database);
        locks.init();
        locks.forceReleaseLock();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
