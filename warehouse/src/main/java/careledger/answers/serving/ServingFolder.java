package careledger.answers.serving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of serving files: {@code <release>.duckdb}, and beside them files that are being built. */
final class ServingFolder {
    private static final Pattern BUILDING = Pattern.compile(".*\\.building-(\\d+)-[^.]*(\\.wal|\\.tmp)?");
    private static final String SERVING = ".duckdb";

    private final Path folder;

    ServingFolder(Path data) {
        this.folder = data.resolve("serving");
    }

    Path file(String release) {
        return folder.resolve(release + SERVING);
    }

    /** A name that no other build uses, and that tells whose it is. */
    static Path building(Path target) {
        return target.resolveSibling(target.getFileName() + ".building-"
                + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()));
    }

    /** Deletes serving files of other releases than these, and what builds left behind when their processes died. */
    void sweep(Set<String> used) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (leftover(file.getFileName().toString(), used)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be swept.", e);
        }
    }

    private static boolean leftover(String name, Set<String> used) {
        Matcher building = BUILDING.matcher(name);
        if (building.matches()) {
            Optional<ProcessHandle> builder = ProcessHandle.of(Long.parseLong(building.group(1)));
            return builder.filter(ProcessHandle::isAlive).isEmpty();
        }
        return name.endsWith(SERVING) && !used.contains(name.substring(0, name.length() - SERVING.length()));
    }
}
