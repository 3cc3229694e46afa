package dev.gatehouse.platform.persistence;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Lets a failed statement fail. EclipseLink would take it for a lost connection and try again, seconds later, in a dead
 * transaction.
 */
public final class NoRetries implements SessionCustomizer {
    @Override
    public void customize(Session session) {
        session.getLogin().setConnectionHealthValidatedOnError(false);
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
