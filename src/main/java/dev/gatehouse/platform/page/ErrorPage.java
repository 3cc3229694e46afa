package dev.gatehouse.platform.page;

final class ErrorPage {
    private ErrorPage() {}

    static Page of(String title, String message) {
        return Page.of("error").with("title", title).with("message", message);
    }
}
