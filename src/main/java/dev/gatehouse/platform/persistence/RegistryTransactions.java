package dev.gatehouse.platform.persistence;

import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.transaction.xa.XAResource;

/** Looks at the caller's transaction and joins it; demarcation stays with the container. */
record RegistryTransactions(TransactionSynchronizationRegistry registry) implements TransactionManager {
    @Override
    public Transaction getTransaction() {
        Object key = registry.getTransactionKey();
        return key == null ? null : new Current(registry, key);
    }

    @Override
    public int getStatus() {
        return registry.getTransactionStatus();
    }

    @Override
    public void setRollbackOnly() {
        registry.setRollbackOnly();
    }

    @Override
    public void begin() {
        throw demarcation();
    }

    @Override
    public void commit() {
        throw demarcation();
    }

    @Override
    public void rollback() {
        throw demarcation();
    }

    @Override
    public Transaction suspend() {
        throw demarcation();
    }

    @Override
    public void resume(Transaction transaction) {
        throw demarcation();
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw demarcation();
    }

    private static UnsupportedOperationException demarcation() {
        return new UnsupportedOperationException("Transactions are begun and ended by the container");
    }

    /** Equal for the same transaction: EclipseLink keeps its unit of work in a map by this key. */
    private record Current(TransactionSynchronizationRegistry registry, Object key) implements Transaction {
        @Override
        public int getStatus() {
            return registry.getTransactionStatus();
        }

        @Override
        public void registerSynchronization(Synchronization synchronization) {
            registry.registerInterposedSynchronization(synchronization);
        }

        @Override
        public void setRollbackOnly() {
            registry.setRollbackOnly();
        }

        @Override
        public void commit() {
            throw demarcation();
        }

        @Override
        public void rollback() {
            throw demarcation();
        }

        @Override
        public boolean enlistResource(XAResource resource) {
            throw demarcation();
        }

        @Override
        public boolean delistResource(XAResource resource, int flag) {
            throw demarcation();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Current current && key.equals(current.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }
}
