package careledger.release.run;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.release.json.Json;
import careledger.release.store.DataLock;
import careledger.release.store.Manifest;
import careledger.schema.problem.Rejection;
import careledger.schema.text.UnknownIdException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The runs recorded below a data folder: one JSON file a run, and beside it one line of JSON a rejection. */
public final class RunRecords {
    private static final String RECORD = ".json";
    private static final String REJECTIONS = ".rejections.jsonl";

    private final Path folder;
    private final Optional<Clock> readers;

    /** Everything that runs recorded, for those who run the ETL. */
    public RunRecords(Path data) {
        this(data, Optional.empty());
    }

    private RunRecords(Path data, Optional<Clock> readers) {
        this.folder = data.toAbsolutePath().normalize().resolve("runs");
        this.readers = readers;
    }

    /**
     * What readers may see of it: nothing of what is under embargo.
     *
     * @param clock by which embargoes end
     */
    public static RunRecords forReaders(Path data, Clock clock) {
        return new RunRecords(data, Optional.of(clock));
    }

    /** Writes the record, or replaces it in one step. */
    public void write(RunRecord record) {
        if (!Manifest.isName(record.id())) {
            throw new IllegalArgumentException(
                    "'" + record.id() + "' cannot name a run: letters, digits, '.', '_', '-'.");
        }
        DurableFiles.replace(folder.resolve(record.id() + RECORD), Json.pretty(record));
    }

    /** Writes what a run refused, in the order given. */
    public void writeRejections(String run, List<Rejection> rejections) {
        String lines = rejections.stream()
                .map(rejection -> Json.line(RecordedRejection.of(rejection)) + "\n")
                .collect(Collectors.joining());
        DurableFiles.replace(folder.resolve(run + REJECTIONS), lines);
    }

    /**
     * Writes the last record of a run. Where it found nothing new, as the run before it did in the same words, the
     * record of that one goes: a schedule looks many times a day, and the records of a year are read at once.
     */
    public void writeEnd(RunRecord record) {
        write(record);
        List<String> before = ids().stream()
                .filter(id -> !id.equals(record.id()))
                .sorted(Comparator.comparing((String id) -> RunStamp.of(id).orElse(Instant.MIN)))
                .toList();
        if (!before.isEmpty()) {
            String last = before.get(before.size() - 1);
            written(last).filter(record::repeats).ifPresent(one -> forget(last));
        }
    }

    /** Its record last, so that what is left of it where this is cut short is a run still. */
    private void forget(String run) {
        try {
            DurableFiles.deleteTree(reports(run));
            Files.deleteIfExists(folder.resolve(run + REJECTIONS));
            Files.deleteIfExists(folder.resolve(run + RECORD));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The record of run '" + run + "' cannot be deleted: " + Failures.reason(e) + ".", e);
        }
    }

    /** The folder of a run's reports; it may not be there. */
    public Path reports(String run) {
        return folder.resolve(run);
    }

    /** A stamp for the next run: later than that of every run recorded here, whatever the clock says. */
    public String nextStamp(Instant now) {
        return RunStamp.next(ids(), now);
    }

    /** The id of the run of a stamp. */
    public String idOf(String stamp) {
        return RunStamp.id(stamp);
    }

    /**
     * Runs that never said how they ended, as they were written, newest first. One that did say so settled all before it,
     * so no older record is looked at.
     */
    List<RunRecord> unfinished() {
        List<RunRecord> unfinished = new ArrayList<>();
        List<String> newestFirst = new ArrayList<>(ids());
        Collections.reverse(newestFirst);
        for (String id : newestFirst) {
            Optional<RunRecord> record = written(id);
            if (record.filter(run -> run.state() != RunState.RUNNING).isPresent()) {
                break;
            }
            record.ifPresent(unfinished::add);
        }
        return unfinished;
    }

    /** The newest run that has ended. */
    public Optional<RunRecord> lastEnded() {
        return ids().stream()
                .sorted(Comparator.comparing((String id) -> RunStamp.of(id).orElse(Instant.MIN))
                        .reversed())
                .map(this::written)
                .flatMap(Optional::stream)
                .filter(run -> run.state() != RunState.RUNNING)
                .findFirst();
    }

    /** Deletes what was being written when a process died. */
    void sweep() {
        DurableFiles.sweepTemporaries(folder);
    }

    /**
     * Newest first, in the order in which they held the lock; without records that cannot be read, which {@link #damaged()}
     * lists. A run that says RUNNING and that nobody carries on is shown as FAILED.
     */
    public List<RunRecord> list() {
        return ids().stream()
                .flatMap(id -> written(id).stream())
                .map(this::shown)
                .sorted(Comparator.comparing(
                                (RunRecord record) -> RunStamp.of(record.id()).orElse(record.startedAt()))
                        .thenComparing(RunRecord::id)
                        .reversed())
                .toList();
    }

    /** The same with damaged records among them, each as a failed run whose message says what is wrong with it. */
    public List<RunRecord> listWithDamaged() {
        List<RunRecord> all = new ArrayList<>(list());
        damaged()
                .forEach((id, problem) -> all.add(RunRecord.started(id, "unknown", Optional.empty())
                        .damaged(
                                RunStamp.of(id).orElse(Instant.EPOCH),
                                "The record of this run is damaged: " + problem)));
        all.sort(Comparator.comparing(
                        (RunRecord record) -> RunStamp.of(record.id()).orElse(record.startedAt()))
                .thenComparing(RunRecord::id)
                .reversed());
        return all;
    }

    /** Records that cannot be read: what is wrong with each, by the id of its run. One that goes meanwhile is none. */
    public SortedMap<String, String> damaged() {
        SortedMap<String, String> damaged = new TreeMap<>();
        for (String id : ids()) {
            try {
                read(id);
            } catch (DamagedRecordException e) {
                if (Files.exists(folder.resolve(id + RECORD), LinkOption.NOFOLLOW_LINKS)) {
                    damaged.put(id, String.valueOf(e.getMessage()));
                }
            }
        }
        return damaged;
    }

    /** @throws UnknownIdException naming the nearest, @throws DamagedRecordException where it cannot be read */
    public RunRecord get(String id) {
        requireKnown(id);
        return read(id);
    }

    /** Empty where the record is gone or cannot be read. */
    public Optional<RunRecord> find(String id) {
        return ids().contains(id) ? written(id).map(this::shown) : Optional.empty();
    }

    /** What the run refused; nothing where it refused nothing. */
    public List<RecordedRejection> rejections(String run) {
        requireKnown(run);
        Path file = folder.resolve(run + REJECTIONS);
        if (!Files.exists(file)) {
            return List.of();
        }
        List<EmbargoedSource> hidden = hidden(run);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> rejection(file, line))
                    .filter(one -> hidden.stream()
                            .noneMatch(source -> source.covers(one.file()) || source.isNamedIn(one.reason())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }

    /** Whether something that a run recorded is kept from readers, because it is under embargo. */
    public boolean hidesSomeOf(String run) {
        requireKnown(run);
        return !hidden(run).isEmpty();
    }

    /** Of a run whose record cannot be read, nobody knows what is under embargo. */
    private List<EmbargoedSource> hidden(String run) {
        return readers.map(clock -> whole(run)
                        .map(record -> record.hiddenAt(clock.instant()))
                        .orElse(List.of()))
                .orElse(List.of());
    }

    private RunRecord forReaders(RunRecord record) {
        return readers.map(clock -> record.shownAt(clock.instant())).orElse(record);
    }

    private void requireKnown(String id) {
        List<String> known = ids();
        if (!known.contains(id)) {
            throw new UnknownIdException("run", id, known, "Nothing has been run yet.");
        }
    }

    private RunRecord read(String id) {
        Path file = folder.resolve(id + RECORD);
        try {
            return shown(forReaders(Json.read(Files.readString(file), RunRecord.class)));
        } catch (JsonProcessingException e) {
            throw new DamagedRecordException(file + " is not the record of a run: " + Json.problem(e) + ".", e);
        } catch (IOException e) {
            throw new DamagedRecordException(file + " cannot be read: " + Failures.reason(e) + ".", e);
        } catch (RuntimeException e) {
            throw new DamagedRecordException(file + " is not the record of a run: " + e.getMessage() + ".", e);
        }
    }

    /** A record is read again where nobody holds the lock: its run may have ended between the two. */
    private RunRecord shown(RunRecord record) {
        if (record.state() != RunState.RUNNING || DataLock.held(DurableFiles.folderOf(folder))) {
            return record;
        }
        return written(record.id()).orElse(record).shown(false);
    }

    /** Empty where the file is no record: it says nothing about what became of its run. */
    private Optional<RunRecord> written(String id) {
        return whole(id).map(this::forReaders);
    }

    private Optional<RunRecord> whole(String id) {
        try {
            return Optional.of(Json.read(Files.readString(folder.resolve(id + RECORD)), RunRecord.class));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static RecordedRejection rejection(Path file, String line) {
        try {
            return Json.read(line, RecordedRejection.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(file + " holds a line that is no rejection: " + line, e);
        }
    }

    private List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(RECORD) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - RECORD.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
    }
}
