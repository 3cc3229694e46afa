package dev.gatehouse.mcp.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The protocol revisions served here, the oldest first. */
public enum ProtocolVersion {
    V2025_06_18("2025-06-18", Era.LEGACY),
    V2025_11_25("2025-11-25", Era.LEGACY),
    V2026_07_28("2026-07-28", Era.MODERN);

    private final String wireName;
    private final Era era;

    ProtocolVersion(String wireName, Era era) {
        this.wireName = wireName;
        this.era = era;
    }

    /** The date on the wire. */
    public String wireName() {
        return wireName;
    }

    /** The era that it belongs to. */
    public Era era() {
        return era;
    }

    /** The revision of that date, if it is served. */
    public static Optional<ProtocolVersion> named(String wireName) {
        return Arrays.stream(values())
                .filter(version -> version.wireName.equals(wireName))
                .findFirst();
    }

    /** The revision of that date, if {@code initialize} may agree on it. */
    public static Optional<ProtocolVersion> legacy(String wireName) {
        return named(wireName).filter(version -> version.era == Era.LEGACY);
    }

    /** What {@code initialize} answers to a date that it does not know. */
    public static ProtocolVersion latestLegacy() {
        return V2025_11_25;
    }

    /** Every date, the newest first. */
    public static List<String> names() {
        return Arrays.stream(values()).map(ProtocolVersion::wireName).toList().reversed();
    }
}
