package dev.gatehouse.platform.persistence;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.transaction.JTATransactionController;

/**
 * Joins EclipseLink to container transactions through nothing but the standard
 * {@link TransactionSynchronizationRegistry}, so that one WAR runs on every Jakarta EE server.
 */
public final class StandardServerPlatform extends ServerPlatformBase {
    public StandardServerPlatform(DatabaseSession session) {
        super(session);
        disableRuntimeServices();
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return RegistryTransactionControl.class;
    }

    /** Hands EclipseLink the transactions that the registry knows; EclipseLink creates it by reflection. */
    public static final class RegistryTransactionControl extends JTATransactionController {
        @Override
        protected TransactionManager acquireTransactionManager() throws NamingException {
            return new RegistryTransactions(InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry"));
        }
    }
}
