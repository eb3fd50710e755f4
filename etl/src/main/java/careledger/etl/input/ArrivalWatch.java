package careledger.etl.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Watches new files for a while: one whose size or time of change moves, or that is joined by another, is still being
 * written. Two looks are compared with each other and with no clock, so that a file server whose clock is wrong does no
 * harm; only whether a temporary file was abandoned is decided by the clock, roughly.
 */
public final class ArrivalWatch {
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Duration over;
    private final SortedMap<String, String> waiting = new TreeMap<>();
    private final List<String> ignored = new ArrayList<>();

    /** @param over how long new files are watched */
    public ArrivalWatch(Duration over) {
        this.over = over;
    }

    /** @param known whether a file was read before, so that it need not be watched */
    public Arrivals watch(List<DeliveryFolder> folders, Predicate<DeliveredFile> known) throws IOException {
        folders.forEach(folder -> waitForTemporaryFiles(folder.name(), folder.at()));
        List<DeliveryFolder> fresh = folders.stream()
                .filter(folder -> !folder.files().stream().allMatch(known))
                .toList();
        if (!fresh.isEmpty() && !over.isZero()) {
            Map<String, Map<String, Look>> before = looks(fresh);
            pause();
            Map<String, Map<String, Look>> after = looks(fresh);
            before.forEach((name, looks) -> compare(name, looks, after.getOrDefault(name, Map.of())));
        }
        return new Arrivals(waiting, ignored);
    }

    private record Look(long bytes, FileTime changed) {}

    private void compare(String delivery, Map<String, Look> before, Map<String, Look> after) {
        if (before.equals(after)) {
            return;
        }
        List<String> moved = Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .filter(file -> !Objects.equals(before.get(file), after.get(file)))
                .sorted()
                .toList();
        waiting.putIfAbsent(
                delivery,
                String.join(", ", moved) + " changed within the " + over.toSeconds()
                        + " seconds in which it was watched; it is read once it lies still.");
    }

    private void waitForTemporaryFiles(String delivery, Path folder) {
        Instant longAgo = Instant.now().minus(ABANDONED);
        for (Path file : below(folder)) {
            Path name = folder.relativize(file);
            if (FileNames.beingWritten(name)) {
                if (look(file).changed().toInstant().isBefore(longAgo)) {
                    ignored.add(delivery + "/" + name
                            + " is a temporary file that nobody has written to for an hour; delete it.");
                } else {
                    waiting.putIfAbsent(
                            delivery,
                            name + " is there, as programs call a file that they are writing or hold open; the delivery"
                                    + " is read when it is gone, or has lain for an hour.");
                }
            } else if (FileNames.hidden(name)) {
                ignored.add(delivery + "/" + name + " is a hidden file, or one that the system keeps for itself.");
            }
        }
    }

    private Map<String, Map<String, Look>> looks(List<DeliveryFolder> folders) {
        Map<String, Map<String, Look>> looks = new TreeMap<>();
        for (DeliveryFolder folder : folders) {
            Map<String, Look> files = new TreeMap<>();
            below(folder.at())
                    .forEach(file -> files.put(folder.at().relativize(file).toString(), look(file)));
            looks.put(folder.name(), files);
        }
        return looks;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /** A file that is gone has no size; that too is a change. */
    private static Look look(Path file) {
        try {
            return new Look(Files.size(file), Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return new Look(-1, FileTime.from(Instant.EPOCH));
        } catch (IOException e) {
            return new Look(-2, FileTime.from(Instant.EPOCH));
        }
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(over.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while new files were watched.", e);
        }
    }
}
