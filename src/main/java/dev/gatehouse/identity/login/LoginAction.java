package dev.gatehouse.identity.login;

import dev.gatehouse.audit.AuditAction;

enum LoginAction implements AuditAction {
    SIGN_IN("login.sign_in"),
    SIGN_OUT("login.sign_out");

    private final String wireName;

    LoginAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
