package dev.gatehouse.blackbox.support;

import java.util.Map;
import java.util.TreeMap;

/** What an operator sets, and on how many nodes: who wants the same can have the same installation. */
record Setup(Map<String, String> properties, int nodes) {
    /** As tests find it that ask for nothing. */
    static final Setup USUAL = new Setup(Map.of(), 1);

    /** The same with one more setting. */
    Setup with(String key, String value) {
        var all = new TreeMap<>(properties);
        all.put(key, value);
        return new Setup(all, nodes);
    }

    /** The same on that many nodes. */
    Setup on(int number) {
        return new Setup(properties, number);
    }
}
