package dev.gatehouse.platform.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One configuration key as a settings record declares it: its full name, its type and its default, if it has one. */
public record SettingsKey(String name, Type type, Optional<String> defaultValue) {

    /** The keys of a settings record, in the order of its components. */
    public static List<SettingsKey> of(Class<? extends Record> settings) {
        var prefix = settings.getAnnotation(Settings.class).value();
        return Arrays.stream(settings.getRecordComponents())
                .map(component -> of(prefix, component))
                .toList();
    }

    /** The keys of one group of a settings record whose prefix ends in {@code *}, which stands for the group's name. */
    static List<SettingsKey> of(Class<? extends Record> settings, String group) {
        return of(settings).stream()
                .map(key -> new SettingsKey(key.name.replace("*", group), key.type, key.defaultValue))
                .toList();
    }

    private static SettingsKey of(String prefix, RecordComponent component) {
        var fallback =
                Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
        return new SettingsKey(prefix + "." + kebab(component.getName()), component.getGenericType(), fallback);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    boolean optional() {
        return type instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
    }

    boolean list() {
        return type instanceof ParameterizedType generic && generic.getRawType() == List.class;
    }
}
