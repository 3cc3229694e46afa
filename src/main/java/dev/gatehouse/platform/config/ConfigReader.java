package dev.gatehouse.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads settings records from MicroProfile Config. A value that does not fit its type is a
 * {@link ConfigurationException}.
 */
@ApplicationScoped
public class ConfigReader {

    /** The settings of a record type annotated with {@link Settings}; its constructor may refuse unsafe values. */
    public <R extends Record> R read(Class<R> settings) {
        var config = ConfigProvider.getConfig();
        return read(settings, name -> config.getOptionalValue(name, String.class), config);
    }

    /** The settings of one named group: the name stands for the {@code *} in the record's prefix. */
    public <R extends Record> R read(Class<R> settings, String group) {
        var config = ConfigProvider.getConfig();
        return read(
                settings, SettingsKey.of(settings, group), name -> config.getOptionalValue(name, String.class), config);
    }

    static <R extends Record> R read(Class<R> settings, Function<String, Optional<String>> source, Config converters) {
        return read(settings, SettingsKey.of(settings), source, converters);
    }

    private static <R extends Record> R read(
            Class<R> settings, List<SettingsKey> keys, Function<String, Optional<String>> source, Config converters) {
        var values = keys.stream()
                .map(key -> value(key, source.apply(key.name()).or(key::defaultValue), converters))
                .toArray();
        return construct(settings, values);
    }

    private static Object value(SettingsKey key, Optional<String> raw, Config converters) {
        if (key.optional()) {
            return raw;
        }
        if (key.list()) {
            return raw.map(ConfigReader::items).orElse(List.of());
        }
        var text = raw.orElseThrow(() -> new ConfigurationException("Set " + key.name() + "; it has no default."));
        return convert(key, text, converters);
    }

    private static List<String> items(String commaSeparated) {
        return Stream.of(commaSeparated.split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Object convert(SettingsKey key, String text, Config converters) {
        var type = (Class<?>) key.type();
        try {
            return converters.getConverter(type).orElseThrow().convert(text.strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "Change %s: '%s' is not a valid %s.".formatted(key.name(), text, type.getSimpleName()));
        }
    }

    private static <R extends Record> R construct(Class<R> settings, Object[] values) {
        try {
            var types = Arrays.stream(settings.getRecordComponents())
                    .map(component -> (Class<?>) component.getType())
                    .toArray(Class<?>[]::new);
            var constructor = settings.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refusal ? refusal : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
