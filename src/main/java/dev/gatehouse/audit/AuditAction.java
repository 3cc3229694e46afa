package dev.gatehouse.audit;

import java.util.Locale;

/** Something worth a record. Each component has its own {@code …Action} enum of them. */
public interface AuditAction {
    /** The constant's name, as every enum has it. */
    String name();

    /**
     * The name under which it is stored and searched, such as {@code login.sign_in} for {@code LoginAction.SIGN_IN}.
     */
    default String wireName() {
        var subject = getClass().getSimpleName().replaceFirst("Action$", "");
        return (subject + "." + name()).toLowerCase(Locale.ROOT);
    }
}
