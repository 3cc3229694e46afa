package dev.gatehouse.identity.directory;

import dev.gatehouse.audit.AuditAction;

enum DirectoryAction implements AuditAction {
    PERSON_CREATED
}
