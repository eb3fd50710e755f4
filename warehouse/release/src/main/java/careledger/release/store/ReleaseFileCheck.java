package careledger.release.store;

import careledger.release.file.Digest;
import careledger.release.file.Failures;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
        tables.stream()
                .flatMap(table -> ParquetTables.files(release.dir(), table).stream())
                .filter(file -> !listed.contains(file))
                .forEach(file -> problems.add(file + " is not in the manifest."));
        return problems;
    }

    private static void compare(Release release, ReleasedFile listed, List<String> problems) {
        Path file = release.dir().resolve(listed.path());
        if (!Files.isRegularFile(file)) {
            problems.add(file + " is missing.");
        } else if (size(file) != listed.bytes()) {
            problems.add(file + " has " + size(file) + " bytes; the manifest says " + listed.bytes() + ".");
        } else if (!Digest.of(file).equals(listed.sha256())) {
            problems.add(file + " is not what was published: its SHA-256 differs from the manifest's.");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be measured: " + Failures.reason(e) + ".", e);
        }
    }
}
