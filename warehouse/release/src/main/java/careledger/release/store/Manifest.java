package careledger.release.store;

import careledger.release.file.Digest;
import careledger.release.file.Failures;
import careledger.release.json.Json;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a release holds, written beside it as {@code manifest.json}.
 *
 * @param sequence releases of one data folder are numbered in the order of their publishing, whatever the clock says; 0 in
 *     releases made before they were
 * @param run id of the run that made it
 * @param inputDigest of everything the run read; the same digest means the same release
 * @param tables in the order of {@link StarSchema#TABLES}
 * @param embargoed sets of tables that take the place of these when embargoes end, the earliest first
 */
public record Manifest(
        int schemaVersion,
        String id,
        long sequence,
        Instant createdAt,
        String run,
        String inputDigest,
        List<ReleasedTable> tables,
        List<EmbargoedTables> embargoed) {
    /** Its name in the release's folder. */
    public static final String FILE = "manifest.json";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String SEAL = "seal";

    public Manifest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(inputDigest, "inputDigest");
        tables = List.copyOf(tables);
        embargoed = List.copyOf(embargoed);
    }

    /** Every file that belongs to the release, also those under embargo, with its path below the release's folder. */
    public List<ReleasedFile> allFiles() {
        List<ReleasedFile> files = new ArrayList<>();
        tables.forEach(table -> files.addAll(table.files()));
        embargoed.forEach(set -> set.tables().stream()
                .flatMap(table -> table.files().stream())
                .forEach(file -> files.add(new ReleasedFile(set.path(file), file.bytes(), file.sha256()))));
        return files;
    }

    /** Whether files may be named after it, as releases and runs are; anything else could lead out of its folder. */
    public static boolean isName(String id) {
        return NAME.matcher(id).matches();
    }

    /** Rows of one table; 0 where the release does not hold it. */
    public long rows(Table table) {
        return tables.stream()
                .filter(one -> one.name().equals(table.name()))
                .mapToLong(ReleasedTable::rows)
                .sum();
    }

    /** The number of claims. */
    public long observations() {
        return rows(StarSchema.FACT_OBSERVATION);
    }

    /** Paths below the data folder of what the run that made it put on record, the record itself last; they may not be there. */
    public List<String> recordOfRun() {
        return List.of("runs/" + run + ".rejections.jsonl", "runs/" + run + ".json");
    }

    /** Reads the manifest of a release's folder. @throws UnreadableReleaseException with the reason in words */
    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UnreadableReleaseException(file + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }

    /** @param file where the text is from, for a person */
    static Manifest of(String text, String file) {
        try {
            ObjectNode tree = opened(file, Json.tree(text));
            int version = tree.path("schemaVersion").asInt(-1);
            if (version < StarSchema.OLDEST_READABLE || version > StarSchema.VERSION) {
                throw new UnreadableReleaseException(file + " is of schema version "
                        + (version < 0 ? "unknown" : version) + "; this program reads versions "
                        + StarSchema.OLDEST_READABLE + " to " + StarSchema.VERSION
                        + ". Run the ETL again to make a release that it can read.");
            }
            Manifest manifest = Json.read(tree, Manifest.class);
            if (!isName(manifest.id) || !isName(manifest.run)) {
                throw new UnreadableReleaseException(file + " names release '" + manifest.id + "' and run '"
                        + manifest.run + "'; expected letters, digits, '.', '_', '-'.");
            }
            return manifest;
        } catch (JsonProcessingException e) {
            throw new UnreadableReleaseException(file + " is not a manifest: " + Json.problem(e) + ".", e);
        }
    }

    /**
     * Whether it cannot be read by any version of the program: missing, torn, or not what was published. Where the disk or
     * the permission fails, nobody knows, and it does not count as damaged.
     */
    static boolean isDamaged(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return Files.isDirectory(file) || !isSealed(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether this is a manifest as it was published, of whatever version of the schema. */
    public static boolean isSealed(byte[] text) {
        try {
            if (!(Json.tree(new String(text, StandardCharsets.UTF_8)) instanceof ObjectNode manifest)) {
                return false;
            }
            JsonNode seal = manifest.remove(SEAL);
            return seal != null && seal.asText().equals(seal(manifest));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** As it is written: with a digest of the rest, by which a later change shows. */
    String sealed() {
        ObjectNode tree = Json.tree(this);
        return Json.pretty(tree.put(SEAL, seal(tree)));
    }

    private static ObjectNode opened(String file, JsonNode tree) {
        if (!(tree instanceof ObjectNode manifest)) {
            throw new UnreadableReleaseException(file + " is not a manifest: expected a JSON object.");
        }
        JsonNode seal = manifest.remove(SEAL);
        if (seal == null || !seal.asText().equals(seal(manifest))) {
            throw new UnreadableReleaseException(
                    file + " is not what was published: its seal is missing or does not match.");
        }
        if (!manifest.has("sequence")) {
            manifest.put("sequence", 0);
        }
        if (!manifest.has("embargoed")) {
            manifest.putArray("embargoed");
        }
        return manifest;
    }

    private static String seal(ObjectNode manifest) {
        return Digest.of(Json.line(manifest).getBytes(StandardCharsets.UTF_8));
    }
}
