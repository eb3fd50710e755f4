package careledger.release.store;

import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import careledger.schema.text.UnknownIdException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The releases below a data folder. Reading needs no lock; staging, publishing, rolling back and pruning need the
 * {@link DataLock}. A crash at any point leaves the current release as it was.
 */
public final class Releases {
    private final Path data;
    private final Clock clock;

    public Releases(Path data) {
        this(data, Clock.systemUTC());
    }

    /** @param clock by which embargoes end */
    public Releases(Path data, Clock clock) {
        this.data = data.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** The id in CURRENT, whether or not that release can be read; empty also where CURRENT cannot be read. */
    public Optional<String> namedId() {
        return CurrentPointer.read(data).id();
    }

    /**
     * The id of the release that is to be served now: that in CURRENT, or where an embargo within it has ended, that of the
     * tables that answer since.
     */
    public Optional<String> currentId() {
        return namedId().map(named -> {
            try {
                return served(readFolder(named)).id();
            } catch (UnreadableReleaseException e) {
                return named;
            }
        });
    }

    /** The release as it lies in its folder, of which this id may be a part that was under embargo. */
    public Release whole(String id) {
        return get(homeOf(id));
    }

    /** Why CURRENT cannot be read, and what to do; empty where it can be, or does not exist. */
    public Optional<String> currentProblem() {
        return CurrentPointer.read(data).problem();
    }

    /** Whether anything has ever been published here, as far as the folder shows. */
    public boolean everPublished() {
        return currentId().isPresent() || currentProblem().isPresent() || !ids().isEmpty();
    }

    /** Whether the files of these tables are those of the release's manifest, byte for byte. */
    public boolean intact(Release release, Collection<Table> tables) {
        return ReleaseFileCheck.differences(release, tables).isEmpty();
    }

    /** @throws UnknownIdException where CURRENT names a release that is not there */
    public Optional<Release> current() {
        return currentId().map(this::get);
    }

    /** Every release that can be read, newest first: in the order of publishing, whatever the clock said. */
    public List<Release> list() {
        List<Release> folders = folders();
        List<Release> readable = new ArrayList<>(folders);
        for (int place = 0; place < folders.size(); place++) {
            Release home = folders.get(place);
            Instant replaced = place == 0 || namedId().equals(Optional.of(home.id()))
                    ? Instant.MAX
                    : folders.get(place - 1).manifest().createdAt();
            due(home).stream()
                    .filter(set -> set.until().isBefore(replaced))
                    .forEach(set -> readable.add(set.in(home, isCurrent(home, set))));
        }
        return newestFirst(readable);
    }

    /** Every release as it lies in its folder, newest first. */
    private List<Release> folders() {
        List<Release> readable = new ArrayList<>();
        for (String id : ids()) {
            try {
                readable.add(read(id));
            } catch (UnreadableReleaseException e) {
                // damaged() lists it.
            }
        }
        return newestFirst(readable);
    }

    private static List<Release> newestFirst(List<Release> readable) {
        readable.sort(
                Comparator.comparing((Release release) -> release.manifest().sequence())
                        .thenComparing(release -> release.manifest().createdAt())
                        .thenComparing(Release::id)
                        .reversed());
        return readable;
    }

    /** What is wrong with each release that {@link #list()} leaves out, in words. */
    public List<String> unreadable() {
        return List.copyOf(damaged().values());
    }

    /** The same by the id of the release, which is the name of its folder. */
    public SortedMap<String, String> damaged() {
        SortedMap<String, String> problems = new TreeMap<>();
        for (String id : ids()) {
            try {
                read(id);
            } catch (UnreadableReleaseException e) {
                problems.put(id, String.valueOf(e.getMessage()));
            }
        }
        return problems;
    }

    /** @throws UnknownIdException naming the nearest, @throws UnreadableReleaseException saying why */
    public Release get(String id) {
        List<String> known = ids();
        String home = homeOf(id);
        if (!known.contains(home)) {
            throw new UnknownIdException("release", id, known, "Nothing has been published yet.");
        }
        Release whole = read(home);
        if (home.equals(id)) {
            return whole;
        }
        return due(whole).stream()
                .map(set -> set.in(whole, isCurrent(whole, set)))
                .filter(release -> release.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UnknownIdException("release", id, known, "Nothing has been published yet."));
    }

    private Release read(String id) {
        Release release = readFolder(id);
        boolean current = namedId().equals(Optional.of(id)) && due(release).isEmpty();
        return new Release(id, release.dir(), release.manifest(), current);
    }

    private Release readFolder(String id) {
        Manifest manifest = Manifest.read(folder(id));
        if (!manifest.id().equals(id)) {
            throw new UnreadableReleaseException("The manifest in " + folder(id) + " is of release '" + manifest.id()
                    + "'. Run `./careledger doctor --heal`, which gives the folder its name back.");
        }
        return new Release(id, folder(id), manifest, false);
    }

    /** The sets of tables in a release whose embargo has ended. */
    private List<EmbargoedTables> due(Release home) {
        return home.manifest().embargoed().stream()
                .filter(set -> set.isDue(clock.instant()))
                .toList();
    }

    /** What a release answers with now. */
    private Release served(Release home) {
        List<EmbargoedTables> due = due(home);
        return due.isEmpty() ? home : due.get(due.size() - 1).in(home, true);
    }

    private boolean isCurrent(Release home, EmbargoedTables set) {
        List<EmbargoedTables> due = due(home);
        return namedId().equals(Optional.of(home.id())) && set.equals(due.get(due.size() - 1));
    }

    private String homeOf(String id) {
        return EmbargoedTables.homeOf(id).filter(home -> !ids().contains(id)).orElse(id);
    }

    /** Every release that is there, readable or not, with what is wrong with it; nothing where all is well. */
    public Map<String, List<String>> verifyAll() {
        Map<String, List<String>> problems = new TreeMap<>();
        for (String id : ids()) {
            try {
                problems.put(id, verify(id));
            } catch (UnknownIdException e) {
                // It was pruned meanwhile.
            }
        }
        missingCurrent().ifPresent(id -> problems.put(id, List.of("CURRENT names it, and it is not there.")));
        return problems;
    }

    /** The id in CURRENT of a release that is not there; one that is published meanwhile is. */
    public Optional<String> missingCurrent() {
        Optional<String> named = namedId();
        return named.filter(id -> !Files.isDirectory(folder(id)))
                .filter(id -> namedId().equals(named));
    }

    /** Keeps the release's files from being pruned until the hold is closed. @throws UnknownIdException naming the nearest */
    public ReleaseHold hold(String id) {
        get(id);
        ReleaseHold hold = ReleaseHold.take(data, homeOf(id));
        try {
            get(id);
            return hold;
        } catch (RuntimeException e) {
            hold.close();
            throw e;
        }
    }

    /** An empty folder to write a release into. What earlier runs left behind when they died is cleared away. */
    public StagedRelease stage(DataLock lock) {
        clearStaging(lock);
        Path folder = staging().resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made: " + Failures.reason(e) + ".", e);
        }
        return new StagedRelease(folder);
    }

    /** Clears away what runs and prunings left behind when they died. */
    public void clearStaging(DataLock lock) {
        lock.require(data);
        DurableFiles.deleteTree(staging());
    }

    /** Throws a staged release away. */
    public void discard(StagedRelease staged) {
        DurableFiles.deleteTree(staged.dir());
    }

    /**
     * Makes a staged release the current one. Publishing what is already there under this id, file for file, only
     * makes it current: so a run that died between the two steps can be done again.
     *
     * @param id letters, digits, '.', '_' and '-'
     */
    public Release publish(StagedRelease staged, String id, String run, String inputDigest) {
        Manifest manifest = new Manifest(
                StarSchema.VERSION,
                named(id),
                nextSequence(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                run,
                inputDigest,
                ManifestMaker.tables(staged.dir()),
                ManifestMaker.embargoed(staged.dir()));
        if (ids().contains(id)) {
            adopt(id, manifest);
            discard(staged);
        } else {
            DurableFiles.replace(staged.dir().resolve(Manifest.FILE), manifest.sealed());
            DurableFiles.forceTree(staged.dir());
            DurableFiles.rename(staged.dir(), folder(id));
        }
        makeCurrent(id);
        RollbackMarker.forget(data);
        return get(id);
    }

    /** Whether the staged release has the same files as a published one, byte for byte. */
    public boolean holdsTheSame(Release release, StagedRelease staged) {
        return ManifestMaker.tables(staged.dir()).equals(release.manifest().tables())
                && ManifestMaker.embargoed(staged.dir())
                        .equals(release.manifest().embargoed());
    }

    /** Serves a release that was published before; runs of the deliveries that it replaces no longer publish. */
    public Release rollback(String id) {
        Release wanted = get(id);
        List<String> problems = verify(id);
        if (!problems.isEmpty()) {
            throw new UnreadableReleaseException(
                    "Release '" + id + "' is damaged: " + String.join(" ", problems) + " The current release stays.");
        }
        if (rolledBack()
                .filter(left -> left.inputDigest().equals(wanted.manifest().inputDigest()))
                .isPresent()) {
            makeCurrent(homeOf(id));
            RollbackMarker.forget(data);
            return current().orElseThrow();
        }
        if (rolledBack().isEmpty()
                && namedId().filter(current -> !current.equals(homeOf(id))).isPresent()) {
            readableCurrent()
                    .ifPresent(left ->
                            new RollbackMarker(left.id(), left.manifest().inputDigest()).write(data));
        }
        makeCurrent(homeOf(id));
        return current().orElseThrow();
    }

    /** What was rolled back from; empty where the newest deliveries' release is served. */
    public Optional<RollbackMarker> rolledBack() {
        return RollbackMarker.read(data);
    }

    /** Removes a release that its run did not live to make current. */
    public void removeUnfinished(DataLock lock, String id) {
        lock.require(data);
        if (namedId().equals(Optional.of(id))) {
            throw new IllegalArgumentException("Release '" + id + "' is the current one.");
        }
        if (ids().contains(id)) {
            remove(id);
        }
    }

    /**
     * Removes what the retention lets go and nobody holds; of releases whose manifest is damaged, all that are not current
     * and, where the retention names an age, older than that. Files that were made of releases which are gone go, too.
     *
     * @return ids removed
     * @throws UnreadableReleaseException where CURRENT cannot be read, so that nobody knows which release must stay
     */
    public List<String> prune(DataLock lock, Retention retention, Instant now) {
        lock.require(data);
        currentProblem().ifPresent(problem -> {
            throw new UnreadableReleaseException("Nothing was pruned. " + problem);
        });
        List<String> removed = new ArrayList<>();
        for (String id : damagedManifests()) {
            if (!namedId().equals(Optional.of(id))
                    && retention.letsChanged(changed(folder(id)), now)
                    && ReleaseHold.unlessHeld(data, id, () -> remove(id))) {
                removed.add(id);
            }
        }
        List<Release> newestFirst = folders();
        for (int place = 0; place < newestFirst.size(); place++) {
            String id = newestFirst.get(place).id();
            if (!namedId().equals(Optional.of(id))
                    && retention.lets(newestFirst.get(place), place, now)
                    && ReleaseHold.unlessHeld(data, id, () -> remove(id))) {
                removed.add(id);
            }
        }
        List<String> kept = ids();
        DerivedFiles.removeOfOthers(data, kept::contains);
        return removed;
    }

    /** Does it while nobody can take a hold of the release, unless somebody has one. */
    public void unlessHeld(String id, Runnable task) {
        ReleaseHold.unlessHeld(data, homeOf(id), task);
    }

    /** Measures and hashes every file again. @return what differs from the manifest, in words; nothing when all is well */
    public List<String> verify(String id) {
        if (!ids().contains(homeOf(id))) {
            throw new UnknownIdException("release", id, ids(), "Nothing has been published yet.");
        }
        try (ReleaseHold hold = ReleaseHold.take(data, homeOf(id))) {
            return ReleaseFileCheck.differences(get(id));
        } catch (UnreadableReleaseException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Everything that changed from one release to another: counts, and the first changes by claim id. */
    public ReleaseDiff diff(String from, String to, int first) {
        return diff(from, to, first, "");
    }

    /** The same, with the changes that come after a claim id. */
    public ReleaseDiff diff(String from, String to, int first, String afterClaim) {
        return ReleaseDiff.between(
                CheckedReleases.require(get(from)).dir(),
                CheckedReleases.require(get(to)).dir(),
                afterClaim,
                first);
    }

    /** What publishing the staged release would change. */
    public ReleaseDiff diff(Release from, StagedRelease to, int first) {
        return ReleaseDiff.between(from.dir(), to.dir(), "", first);
    }

    private static String named(String id) {
        if (!Manifest.isName(id)) {
            throw new IllegalArgumentException("'" + id + "' cannot name a release: letters, digits, '.', '_', '-'.");
        }
        return id;
    }

    private void adopt(String id, Manifest manifest) {
        Manifest there = get(id).manifest();
        if (!there.tables().equals(manifest.tables()) || !there.embargoed().equals(manifest.embargoed())) {
            throw new IllegalStateException("Release '" + id + "' is there already and holds something else.");
        }
    }

    private Optional<Release> readableCurrent() {
        return list().stream().filter(Release::current).findFirst();
    }

    private long nextSequence() {
        return 1
                + list().stream()
                        .mapToLong(release -> release.manifest().sequence())
                        .max()
                        .orElse(0);
    }

    /** Puts a folder where the release is to be; one that is there gives way. */
    void replace(String id, StagedRelease staged) {
        named(id);
        DurableFiles.forceTree(staged.dir());
        if (ids().contains(id)) {
            remove(id);
        }
        DurableFiles.rename(staged.dir(), folder(id));
    }

    /**
     * Those that no version of the program can read, and copies of a release beside it under other names; releases of
     * another schema version are not damaged.
     */
    public List<String> damagedManifests() {
        List<String> ids = ids();
        return ids.stream()
                .filter(id -> Manifest.isDamaged(folder(id))
                        || MisnamedReleases.nameOf(folder(id))
                                .filter(ids::contains)
                                .isPresent())
                .toList();
    }

    /**
     * The release is gone at once; its files go after it, now or when the next run clears the staging. On a disk so full
     * that there is no room for a folder they are deleted where they are, the manifest first.
     */
    private void remove(String id) {
        Path leaving = staging().resolve("pruned-" + id);
        try {
            DurableFiles.deleteTree(leaving);
            DurableFiles.rename(folder(id), leaving);
            DurableFiles.deleteTree(leaving);
        } catch (UncheckedIOException e) {
            DurableFiles.deleteTree(folder(id).resolve(Manifest.FILE));
            DurableFiles.deleteTree(folder(id));
        }
    }

    private static Instant changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private Path staging() {
        return data.resolve("staging");
    }

    /** Names a release in a CURRENT that is missing or cannot be read. */
    public void repairCurrent(DataLock lock, String id) {
        lock.require(data);
        Path pointer = data.resolve(CurrentPointer.FILE);
        if (Files.isDirectory(pointer)) {
            DurableFiles.deleteTree(pointer);
        }
        makeCurrent(get(id).id());
    }

    void makeCurrent(String id) {
        DurableFiles.replace(data.resolve("CURRENT"), id + "\n");
    }

    private Path folder(String id) {
        return data.resolve("releases").resolve(id);
    }

    private List<String> ids() {
        Path folder = data.resolve("releases");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be listed: " + Failures.reason(e) + ".", e);
        }
    }
}
