package dev.gatehouse.identity.federation;

/** What came back from a provider. */
sealed interface FederatedAnswer {
    /** Somebody whom the provider has signed in, in the browser that asked for it. */
    record SignedIn(FederatedPerson person, BegunFlow flow) implements FederatedAnswer {}

    /** Nobody; the reason is for the record. */
    record Refused(String reason) implements FederatedAnswer {}
}
