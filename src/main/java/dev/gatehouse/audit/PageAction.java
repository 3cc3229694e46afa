package dev.gatehouse.audit;

enum PageAction implements AuditAction {
    REFUSED("page.refused");

    private final String wireName;

    PageAction(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
