package dev.gatehouse.platform.mail;

/** A letter of plain text to one address. */
public record Letter(String to, String subject, String text) {
    @Override
    public String toString() {
        return "Letter[hidden]";
    }
}
