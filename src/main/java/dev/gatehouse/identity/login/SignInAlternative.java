package dev.gatehouse.identity.login;

/** Another way to sign in: what it is called, and the local path where it begins. */
public record SignInAlternative(String name, String path) {}
