package dev.gatehouse.platform.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** The converters that MicroProfile Config 3.1 §"Converter" demands of every server, as far as settings use them. */
final class PlainConverters implements Config {
    private static final Map<Class<?>, Function<String, ?>> CONVERTERS = Map.of(
            int.class, Integer::valueOf,
            boolean.class, Boolean::valueOf,
            URI.class, URI::create,
            Duration.class, PlainConverters::duration);

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.ofNullable(CONVERTERS.get(type)).map(convert -> new Conversion<T>(convert));
    }

    private record Conversion<T>(Function<String, ?> convert) implements Converter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T convert(String text) {
            return (T) convert.apply(text);
        }
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return List.of();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
