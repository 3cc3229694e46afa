package dev.gatehouse.audit;

enum PageAction implements AuditAction {
    REFUSED
}
