package dev.gatehouse.identity.mailbox;

/** What a link in a letter is good for, and how to ask for one. */
enum MailboxPurpose {
    RESET("/login/forgot", "Forgotten your password?"),
    SIGN_UP("/login/sign-up", "Open an account");

    private final String path;
    private final String offer;

    MailboxPurpose(String path, String offer) {
        this.path = path;
        this.offer = offer;
    }

    /** The page that asks for the letter. */
    String path() {
        return path;
    }

    /** What the sign-in page calls it. */
    String offer() {
        return offer;
    }
}
