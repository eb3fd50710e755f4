package careledger.release.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A release of three claims that the program published before the tables had the columns of schema version 2. It is kept as
 * delivered by that program: CURRENT, the release and the record of its run.
 */
public final class EarlierRelease {
    /** The release's id. */
    public static final String ID = "20261126T181038447Z-e06727dd";

    private EarlierRelease() {}

    /** Unpacks it into an empty data folder, where it is the current release. */
    public static void unpack(Path data) throws IOException {
        try (InputStream packed =
                        Objects.requireNonNull(EarlierRelease.class.getResourceAsStream("release-schema-1.zip"));
                ZipInputStream zip = new ZipInputStream(packed)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = data.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(zip, file);
                }
            }
        }
    }
}
