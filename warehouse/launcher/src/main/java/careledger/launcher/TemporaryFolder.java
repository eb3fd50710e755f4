package careledger.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The folder of temporary files of a program that is about to start: below {@code scratch} of its data folder, or, where
 * that has no room for them or may not be written to, in the temporary folder of the system. The program claims it, and
 * every later one sweeps it where this one was killed ({@code careledger.release.file.ScratchFolder}).
 */
final class TemporaryFolder {
    /** What the libraries take that are unpacked at a start, and something for answers. */
    private static final long ROOM = 100L * 1024 * 1024;

    private static final int LETTERS = 12;

    private final Path data;
    private final Path system;
    private final String name;

    /** @param owner id of the process */
    TemporaryFolder(Path data, String owner) {
        this.data = data;
        this.system = Path.of(System.getProperty("java.io.tmpdir", "/tmp"))
                .toAbsolutePath()
                .normalize();
        this.name = "process-" + owner + "-";
    }

    /**
     * Makes the folder. The program itself reports a data folder that cannot be written.
     *
     * @param make whether the data folder is made where there is none
     * @return the options of Java by which the program finds it; none where there is no data folder
     */
    List<String> options(boolean make) {
        if (!make && !Files.isDirectory(data)) {
            return List.of();
        }
        Optional<Path> folder = roomier() ? inSystem().or(this::inData) : inData().or(this::inSystem);
        return folder.map(made -> List.of(
                        "-Djava.io.tmpdir=" + made,
                        "-Dcareledger.scratch.data=" + data.toAbsolutePath().normalize(),
                        "-Dcareledger.scratch.system=" + system))
                .orElse(List.of());
    }

    /** Whether the data folder has no room and the system's temporary folder has more. */
    private boolean roomier() {
        long room = room(data);
        return room < ROOM && room < room(system);
    }

    private static long room(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE; // it is not there yet
        }
    }

    private Optional<Path> inData() {
        Path folder = data.resolve("scratch")
                .resolve(name + ThreadLocalRandom.current().nextInt(1, 100_000));
        try {
            return Optional.of(Files.createDirectories(folder));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<Path> inSystem() {
        try {
            byte[] path = (Files.exists(data)
                            ? data.toRealPath()
                            : data.toAbsolutePath().normalize())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            String digest = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(path));
            return Optional.of(
                    Files.createTempDirectory(system, "careledger-" + digest.substring(0, LETTERS) + "-" + name));
        } catch (IOException | NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }
}
