package careledger.release.store;

import careledger.release.file.Digest;
import careledger.release.file.Failures;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares a release's files with its manifest. */
final class ReleaseFileCheck {
    private ReleaseFileCheck() {}

    /** Of everything that belongs to it, also what is under embargo. */
    static List<String> differences(Release release) {
        List<String> problems = new ArrayList<>(differences(release, StarSchema.TABLES));
        release.manifest()
                .embargoed()
                .forEach(set -> problems.addAll(differences(set.in(release, false), StarSchema.TABLES)));
        return problems;
    }

    /** Of these tables only. */
    static List<String> differences(Release release, Collection<Table> tables) {
        Set<String> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        Set<Path> listed = new HashSet<>();
        for (ReleasedTable table : release.manifest().tables()) {
            if (!names.contains(table.name())) {
                continue;
            }
            for (ReleasedFile file : table.files()) {
                listed.add(release.dir().resolve(file.path()));
                compare(release, file, problems);
            }
        }
        for (Table table : tables) {
            try {
                ParquetTables.files(release.dir(), table).stream()
                        .filter(file -> !listed.contains(file))
                        .forEach(file -> problems.add(file + " is not in the manifest."));
            } catch (UncheckedIOException e) {
                problems.add(release.dir().resolve(table.name()) + " cannot be listed: "
                        + Failures.reason(Objects.requireNonNull(e.getCause())) + ".");
            }
        }
        return problems;
    }

    /** A file that cannot be read is damage of its own release, and keeps nobody from looking at the others. */
    private static void compare(Release release, ReleasedFile listed, List<String> problems) {
        Path file = release.dir().resolve(listed.path());
        try {
            long bytes = Files.size(file);
            if (!Files.isRegularFile(file)) {
                problems.add(file + " is no file.");
            } else if (bytes != listed.bytes()) {
                problems.add(file + " has " + bytes + " bytes; the manifest says " + listed.bytes() + ".");
            } else if (!Digest.of(file).equals(listed.sha256())) {
                problems.add(file + " is not what was published: its SHA-256 differs from the manifest's.");
            }
        } catch (NoSuchFileException e) {
            problems.add(file + " is missing.");
        } catch (IOException e) {
            problems.add(file + " cannot be read: " + Failures.reason(e) + ".");
        } catch (UncheckedIOException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }
}
