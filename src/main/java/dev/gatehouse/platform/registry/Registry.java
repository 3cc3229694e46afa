package dev.gatehouse.platform.registry;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beans of one interface by their wire names, in the order of names. */
public final class Registry<T> {
    private final SortedMap<String, T> byName;

    private Registry(SortedMap<String, T> byName) {
        this.byName = Collections.unmodifiableSortedMap(byName);
    }

    /** Everything found, by its name; two of one name are an {@link IllegalStateException}. */
    public static <T> Registry<T> of(Stream<? extends T> found, Function<? super T, String> name) {
        return new Registry<>(found.collect(Collectors.toMap(
                name,
                Function.identity(),
                (first, second) -> {
                    throw new IllegalStateException("Two are called " + name.apply(first) + ": "
                            + first.getClass().getName() + " and "
                            + second.getClass().getName());
                },
                TreeMap::new)));
    }

    /** The one of that name. */
    public Optional<T> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Every name. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** Every one. */
    public Stream<T> all() {
        return byName.values().stream();
    }
}
