package dev.gatehouse.identity.mailbox;

import dev.gatehouse.identity.user.Users;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in the form in which it is kept, of the characters that HTML allows in one: no quotes, comments or
 * brackets, in which the same mailbox, or another one, could hide.
 */
record MailboxAddress(String text) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
            + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final int MAX_LENGTH = 254;

    /** The address that somebody has typed, if it is one. */
    static Optional<MailboxAddress> of(String typed) {
        if (typed.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var account = Users.account(typed);
        return FORM.matcher(account).matches() ? Optional.of(new MailboxAddress(account)) : Optional.empty();
    }

    /** The address without its tag, because many addresses with tags are one mailbox. */
    String untagged() {
        return text.replaceFirst("(?<!^)\\+[^@]*@", "@");
    }
}
