package careledger.warehouse.release;

import careledger.schema.star.StarSchema;
import careledger.schema.text.UnknownIdException;
import careledger.warehouse.file.DurableFiles;
import careledger.warehouse.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The releases below a data folder. Reading needs nothing; whoever stages, publishes, rolls back or prunes holds the
 * {@link DataLock}. A crash at any point leaves the current release as it was.
 */
public final class Releases {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Path data;

    public Releases(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /** The id in CURRENT, whether or not that release can be read. */
    public Optional<String> currentId() {
        try {
            String id = Files.readString(data.resolve("CURRENT")).strip();
            return id.isEmpty() ? Optional.empty() : Optional.of(id);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(data.resolve("CURRENT") + " cannot be read.", e);
        }
    }

    /** @throws UnknownIdException where CURRENT names a release that is not there */
    public Optional<Release> current() {
        return currentId().map(this::get);
    }

    /** Every release that can be read, newest first. */
    public List<Release> list() {
        List<Release> readable = new ArrayList<>();
        readAll(readable::add, problem -> {});
        readable.sort(
                Comparator.comparing((Release release) -> release.manifest().createdAt())
                        .thenComparing(Release::id)
                        .reversed());
        return readable;
    }

    /** What is wrong with each release that {@link #list()} leaves out, in words. */
    public List<String> unreadable() {
        List<String> problems = new ArrayList<>();
        readAll(release -> {}, problems::add);
        return problems;
    }

    /** @throws UnknownIdException naming the nearest, @throws UnreadableReleaseException saying why */
    public Release get(String id) {
        List<String> known = ids();
        if (!known.contains(id)) {
            throw new UnknownIdException("release", id, known, "Nothing has been published yet.");
        }
        return read(id);
    }

    private void readAll(Consumer<Release> readable, Consumer<String> problem) {
        for (String id : ids()) {
            try {
                readable.accept(read(id));
            } catch (UnreadableReleaseException e) {
                problem.accept(String.valueOf(e.getMessage()));
            }
        }
    }

    private Release read(String id) {
        Manifest manifest = Manifest.read(folder(id));
        if (!manifest.id().equals(id)) {
            throw new UnreadableReleaseException(
                    "The manifest in " + folder(id) + " is of release '" + manifest.id() + "'. Restore the folder.");
        }
        return new Release(id, folder(id), manifest, currentId().equals(Optional.of(id)));
    }

    /** An empty folder to write a release into. What earlier runs left behind when they died is cleared away. */
    public StagedRelease stage(DataLock lock) {
        lock.require(data);
        Path staging = data.resolve("staging");
        DurableFiles.deleteTree(staging);
        Path folder = staging.resolve(UUID.randomUUID().toString());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be made.", e);
        }
        return new StagedRelease(folder);
    }

    /** Throws a staged release away. */
    public void discard(StagedRelease staged) {
        DurableFiles.deleteTree(staged.dir());
    }

    /**
     * Makes a staged release the current one. Publishing what stands there already under this id, file for file, only
     * makes it current: so a run that died between the two steps can be done again.
     *
     * @param id letters, digits, '.', '_' and '-'
     */
    public Release publish(StagedRelease staged, String id, String run, String inputDigest) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' cannot name a release: letters, digits, '.', '_', '-'.");
        }
        Manifest manifest = new Manifest(
                StarSchema.VERSION,
                id,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                run,
                inputDigest,
                ManifestMaker.tables(staged.dir()));
        if (ids().contains(id)) {
            adopt(id, manifest);
            discard(staged);
        } else {
            DurableFiles.replace(staged.dir().resolve(Manifest.FILE), Json.pretty(manifest));
            DurableFiles.forceTree(staged.dir());
            DurableFiles.rename(staged.dir(), folder(id));
        }
        makeCurrent(id);
        return get(id);
    }

    /** Serves a release that was published before. */
    public Release rollback(String id) {
        get(id);
        makeCurrent(id);
        return get(id);
    }

    /** Removes all but the newest releases; the current one stays in any case. @return ids removed */
    public List<String> prune(int keep) {
        List<String> removed = list().stream()
                .skip(Math.max(keep, 0))
                .filter(release -> !release.current())
                .map(Release::id)
                .toList();
        for (String id : removed) {
            Path leaving = data.resolve("staging").resolve("pruned-" + id);
            DurableFiles.deleteTree(leaving);
            DurableFiles.rename(folder(id), leaving);
            DurableFiles.deleteTree(leaving);
        }
        return removed;
    }

    /** Measures and hashes every file again. @return what differs from the manifest, in words; nothing when all is well */
    public List<String> verify(String id) {
        return ReleaseFiles.differences(get(id));
    }

    /** Everything that changed from one release to another: counts, and the first changes by claim id. */
    public ReleaseDiff diff(String from, String to, int first) {
        return diff(from, to, first, "");
    }

    /** The same, with the changes that come after a claim id. */
    public ReleaseDiff diff(String from, String to, int first, String afterClaim) {
        return ReleaseDiff.between(get(from).dir(), get(to).dir(), afterClaim, first);
    }

    /** What publishing the staged release would change. */
    public ReleaseDiff diff(Release from, StagedRelease to, int first) {
        return ReleaseDiff.between(from.dir(), to.dir(), "", first);
    }

    private void adopt(String id, Manifest manifest) {
        if (!get(id).manifest().tables().equals(manifest.tables())) {
            throw new IllegalStateException("Release '" + id + "' is there already and holds something else.");
        }
    }

    private void makeCurrent(String id) {
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
            throw new UncheckedIOException(folder + " cannot be listed.", e);
        }
    }
}
