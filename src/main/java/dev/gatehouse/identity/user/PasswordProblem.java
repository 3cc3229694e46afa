package dev.gatehouse.identity.user;

/** Why a password is not taken, with a sentence for whoever chose it. */
public enum PasswordProblem {
    TOO_SHORT("That password is too short: take at least 12 characters. A few words that only you would put together"
            + " are easy to remember."),
    TOO_LONG("That password is too long: take at most 1,000 characters."),
    COMMON("That password is easy to guess: it is a common one, or hardly more than a sequence or a repetition. Take a"
            + " few words that only you would put together."),
    PERSONAL("That password is easy to guess: it is hardly more than your name or e-mail address. Take a few words that"
            + " only you would put together.");

    private final String sentence;

    PasswordProblem(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong and what to do instead. */
    public String sentence() {
        return sentence;
    }
}
