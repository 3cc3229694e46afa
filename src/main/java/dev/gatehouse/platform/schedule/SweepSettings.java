package dev.gatehouse.platform.schedule;

import dev.gatehouse.platform.config.ConfigurationException;
import dev.gatehouse.platform.config.Default;
import dev.gatehouse.platform.config.Settings;
import java.time.Duration;

/** How often expired rows are deleted, and how many in one transaction. */
@Settings("gatehouse.sweep")
public record SweepSettings(
        @Default("PT10M") Duration pause, @Default("1000") int batchSize) {

    /** Refuses a sweep that never rests or never ends. */
    public SweepSettings {
        if (!pause.isPositive() || batchSize < 1) {
            throw new ConfigurationException(
                    "Change gatehouse.sweep.pause and gatehouse.sweep.batch-size: both must be positive.");
        }
    }
}
