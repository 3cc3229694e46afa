package dev.gatehouse.audit;

/** Something worth a record. Each component has its own {@code …Action} enum of them. */
public interface AuditAction {
    /** The name under which it is stored and searched: {@code subject.verb} in lower case. */
    String wireName();
}
