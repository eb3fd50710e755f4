package careledger.etl.stage;

import careledger.etl.input.PlannedFile;
import careledger.etl.input.Program;
import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.json.Json;
import careledger.schema.mapping.SharedCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What reading each delivered file came to, kept from run to run: a folder a file, named by the digest of everything that
 * the outcomes follow from. An entry is there whole or not at all; one that differs from what was kept is read again.
 */
public final class ParsedFiles {
    private static final String OUTCOMES = "outcomes.parquet";
    private static final String ENTRY = "entry.json";
    private static final String BEING_WRITTEN = "new";

    private final Path folder;
    private final String program;

    public ParsedFiles(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.program = Program.digest();
    }

    /** Of the file's bytes, name and mapping, what deliveries add to the catalogue, and the program that reads it. */
    String key(PlannedFile file, Map<String, String> mappings) {
        return new Digest()
                .add(SharedCatalogue.adding(mappings).toString())
                .add(program)
                .add(file.delivery())
                .add(file.path())
                .add(file.name())
                .add(file.mappingSha256())
                .add(file.sha256())
                .hex();
    }

    /** The outcomes as Parquet; empty where there are none, or not those that were kept. */
    Optional<Path> find(String key) {
        Path outcomes = folder.resolve(key).resolve(OUTCOMES);
        try {
            Entry entry = Json.read(Files.readString(folder.resolve(key).resolve(ENTRY)), Entry.class);
            boolean whole = entry.key().equals(key)
                    && Files.isRegularFile(outcomes)
                    && Files.size(outcomes) == entry.bytes()
                    && Digest.of(outcomes).equals(entry.sha256());
            return whole ? Optional.of(outcomes) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A folder that is not there yet, for outcomes that are to be kept. */
    Path stagingDir() {
        DurableFiles.deleteTree(folder.resolve(BEING_WRITTEN));
        return folder.resolve(BEING_WRITTEN);
    }

    /** Keeps outcomes that were written in the {@link #stagingDir()}. @return where they are now */
    Path keep(String key, Path written) throws IOException {
        Path entry = folder.resolve(BEING_WRITTEN).resolve(key);
        Files.createDirectories(entry);
        Files.move(written, entry.resolve(OUTCOMES));
        Entry kept = new Entry(key, Files.size(entry.resolve(OUTCOMES)), Digest.of(entry.resolve(OUTCOMES)));
        DurableFiles.replace(entry.resolve(ENTRY), Json.pretty(kept));
        DurableFiles.forceTree(entry);
        DurableFiles.deleteTree(folder.resolve(key));
        DurableFiles.rename(entry, folder.resolve(key));
        return folder.resolve(key).resolve(OUTCOMES);
    }

    /** Deletes all others, and what was being written. */
    void keepOnly(Set<String> keys) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> others = entries.filter(
                            entry -> !keys.contains(entry.getFileName().toString()))
                    .toList();
            others.forEach(DurableFiles::deleteTree);
        }
    }

    /** @param sha256 of the outcomes' Parquet */
    private record Entry(String key, long bytes, String sha256) {}
}
