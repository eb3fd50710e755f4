package careledger.etl.run;

import careledger.release.store.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Kinds of damage to a release on disk. */
enum Damage {
    FLIPPED_BYTE,
    TRUNCATED,
    MISSING_FILE,
    TORN_MANIFEST,
    MISSING_RELEASE;

    /** @param elsewhere folder to which a release is moved that is to be missing */
    void to(Release release, Path elsewhere) throws IOException {
        Path file = release.dir().resolve("dim_source/part-0.parquet");
        switch (this) {
            case FLIPPED_BYTE -> flip(file);
            case TRUNCATED -> {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
            case MISSING_FILE -> Files.delete(file);
            case TORN_MANIFEST -> Files.writeString(release.dir().resolve("manifest.json"), "{\"schemaVersion\" :");
            case MISSING_RELEASE -> Files.move(release.dir(), elsewhere.resolve("away"));
        }
    }

    /** Flips one bit in the middle of a file, or of the first file of a folder. */
    static void flip(Path place) throws IOException {
        Path file = place;
        if (Files.isDirectory(place)) {
            try (Stream<Path> below = Files.walk(place)) {
                file = below.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }
}
