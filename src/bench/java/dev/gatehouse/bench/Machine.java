package dev.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What Linux tells of the machine and of a process. */
final class Machine {
    private static final long KIB_PER_MIB = 1024;

    private Machine() {}

    /** One line for the reader of the figures. */
    static String description() throws IOException {
        return "%d cores of %s, %d MiB memory, Linux %s, JDK %s %s, %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value(Path.of("/proc/cpuinfo"), "model name"),
                        mebibytes(value(Path.of("/proc/meminfo"), "MemTotal")),
                        System.getProperty("os.version"),
                        System.getProperty("java.vendor"),
                        System.getProperty("java.runtime.version"),
                        Wrk.version());
    }

    /** Resident memory of a process in MiB. */
    static long resident(long pid) throws IOException {
        return mebibytes(value(Path.of("/proc", Long.toString(pid), "status"), "VmRSS"));
    }

    /** The processor time that processes have used so far. */
    static Duration cpu(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String value(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.split(":", 2)[1].strip())
                .findFirst()
                .orElse("?");
    }

    private static long mebibytes(String kibibytes) {
        return Long.parseLong(kibibytes.split(" ")[0]) / KIB_PER_MIB;
    }
}
