package dev.gatehouse.platform.config;

/**
 * The configuration is wrong or unsafe; the message says which key to change and to what. The application does not
 * start.
 */
public class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A refusal to start, told in one sentence for the operator. */
    public ConfigurationException(String whatToChange) {
        super(whatToChange);
    }
}
