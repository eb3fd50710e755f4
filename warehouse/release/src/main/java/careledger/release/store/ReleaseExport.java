package careledger.release.store;

import careledger.release.file.Digest;
import careledger.release.file.DurableFiles;
import careledger.release.file.Failures;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A copy of one release that is a data folder of its own, with the record of its run, and with {@code SHA256SUMS} of every
 * file as {@code sha256sum -c} reads it. It is there whole or not at all; the same release makes the same bytes.
 */
public final class ReleaseExport {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path data;
    private final Release release;

    public ReleaseExport(Path data, Release release) {
        this.data = data;
        this.release = release;
    }

    /**
     * Copies into a new folder, or into a new file where the name ends in {@code .zip}.
     *
     * @throws UnreadableReleaseException where a file is not what was published
     */
    public void to(Path target) {
        if (Files.exists(target)) {
            throw new IllegalArgumentException(target + " is there already; name a folder or a .zip file that is not.");
        }
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
        DurableFiles.deleteTree(unfinished);
        try {
            DurableFiles.makeFolders(DurableFiles.folderOf(target));
            if (target.getFileName().toString().endsWith(".zip")) {
                try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                    copyAll(path -> entry(zip, path));
                }
            } else {
                copyAll(path -> file(unfinished.resolve(path)));
            }
            DurableFiles.forceTree(unfinished);
            DurableFiles.rename(unfinished, target);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written: " + Failures.reason(e) + ".", e);
        } finally {
            DurableFiles.deleteTree(unfinished);
        }
    }

    private void copyAll(Place place) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        String home = "releases/" + release.id() + "/";
        for (ReleasedFile file : release.manifest().allFiles()) {
            sums.put(home + file.path(), copied(file, place, home));
        }
        sums.put(home + Manifest.FILE, copy(release.dir().resolve(Manifest.FILE), place, home + Manifest.FILE));
        for (String record : release.manifest().recordOfRun()) {
            if (Files.isRegularFile(data.resolve(record))) {
                sums.put(record, copy(data.resolve(record), place, record));
            }
        }
        sums.put("CURRENT", write(release.id() + "\n", place, "CURRENT"));
        StringBuilder lines = new StringBuilder();
        sums.forEach((path, sum) -> lines.append(sum).append("  ").append(path).append('\n'));
        write(lines.toString(), place, "SHA256SUMS");
    }

    private String copied(ReleasedFile file, Place place, String home) throws IOException {
        String sum = copy(release.dir().resolve(file.path()), place, home + file.path());
        if (!sum.equals(file.sha256())) {
            throw new UnreadableReleaseException(release.dir().resolve(file.path())
                    + " is not what was published: its SHA-256 differs from the manifest's. Nothing was exported.");
        }
        return sum;
    }

    private static String copy(Path file, Place place, String path) throws IOException {
        try (OutputStream out = place.open(path)) {
            return Digest.copy(file, out);
        }
    }

    private static String write(String text, Place place, String path) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = place.open(path);
                InputStream in = new ByteArrayInputStream(bytes)) {
            in.transferTo(out);
        }
        return Digest.of(bytes);
    }

    private static OutputStream file(Path file) throws IOException {
        Files.createDirectories(DurableFiles.folderOf(file));
        return Files.newOutputStream(file);
    }

    private static OutputStream entry(ZipOutputStream zip, String path) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** Opens what a path of the copy is written to. */
    private interface Place {
        OutputStream open(String path) throws IOException;
    }
}
