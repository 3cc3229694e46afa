package dev.gatehouse.blackbox.support;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A page as a browser without scripts sees it: its text and its forms. */
public record Page(URI uri, String html) {
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("(<a [^>]*>)([^<]*)</a>");
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern BUTTON = Pattern.compile("<button[^>]*>");

    /** A form: where it goes, what it sends by itself, and its named buttons in their order. */
    public record Form(String action, Map<String, String> fields, List<Map.Entry<String, String>> buttons) {

        /** The same form with a field filled in. */
        public Form fill(String name, String value) {
            var filled = new LinkedHashMap<>(fields);
            filled.put(name, value);
            return new Form(action, filled, buttons);
        }

        /** The same form without a field, as when a box is cleared. */
        public Form without(String name) {
            if (!fields.containsKey(name)) {
                throw new AssertionError("no field " + name + " among " + fields);
            }
            var left = new LinkedHashMap<>(fields);
            left.remove(name);
            return new Form(action, left, buttons);
        }

        /** The same form with a named button pressed. */
        public Form press(String name, String value) {
            if (!buttons.contains(Map.entry(name, value))) {
                throw new AssertionError("no button " + name + "=" + value + " among " + buttons);
            }
            return fill(name, value);
        }
    }

    /** Every form, in the order of the page. */
    public List<Form> forms() {
        var forms = new ArrayList<Form>();
        for (var form = FORM.matcher(html); form.find(); ) {
            var fields = new LinkedHashMap<String, String>();
            INPUT.matcher(form.group(2))
                    .results()
                    .map(match -> match.group())
                    .forEach(input -> fields.put(attribute(input, "name"), attribute(input, "value")));
            var buttons = BUTTON.matcher(form.group(2))
                    .results()
                    .map(match -> match.group())
                    .filter(button -> !attribute(button, "name").isEmpty())
                    .map(button -> Map.entry(attribute(button, "name"), attribute(button, "value")))
                    .toList();
            forms.add(new Form(text(form.group(1)), fields, buttons));
        }
        return forms;
    }

    /** The first form. */
    public Form form() {
        return forms().stream().findFirst().orElseThrow(() -> new AssertionError("no form in " + html));
    }

    /** The form that goes there. */
    public Form formTo(String action) {
        return forms().stream()
                .filter(form -> form.action().equals(action))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no form to " + action + " in " + html));
    }

    /** Where the link with that text leads. */
    public String link(String text) {
        return LINK.matcher(html)
                .results()
                .filter(link -> link.group(2).equals(text))
                .map(link -> attribute(link.group(1), "href"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link " + text + " in " + html));
    }

    /** Whether some form has a field of that name. */
    public boolean asksFor(String field) {
        return forms().stream().anyMatch(form -> form.fields().containsKey(field));
    }

    private static String attribute(String tag, String name) {
        var match = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return match.find() ? text(match.group(1)) : "";
    }

    private static String text(String escaped) {
        return escaped.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
