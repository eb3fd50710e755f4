package careledger.release.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    Path data;

    @Test
    void foldersOfProcessesThatAreGoneAreSwept() throws IOException {
        Path gone = Files.createDirectories(data.resolve("scratch/process-7-1"));
        Files.createFile(gone.resolve(".lock"));
        Files.writeString(gone.resolve("libduckdb.so"), "72 MB");
        Path neverBegun = Files.createDirectories(data.resolve("scratch/process-8-1"));
        Files.setLastModifiedTime(neverBegun, FileTime.from(Instant.now().minusSeconds(3600)));
        Path ofSpark = Files.createDirectories(data.resolve("scratch/blockmgr-5"));
        Path starting = Files.createDirectories(data.resolve("scratch/process-9-1"));
        Files.writeString(starting.resolve("of an agent"), "which Java starts before the program");
        Path killedAtStart = Files.createDirectories(data.resolve("scratch/process-9-2"));

        ScratchFolder.sweep(data);

        assertThat(killedAtStart).doesNotExist();

        assertThat(gone).doesNotExist();
        assertThat(neverBegun).doesNotExist();
        assertThat(ofSpark).doesNotExist();
        assertThat(starting).exists();
    }

    /** A command that is started while a run goes on must not take the run's files away. */
    @Test
    void foldersOfProcessesThatLiveStay() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        data.toString())
                .start();
        Path theirs = Path.of(other.inputReader().readLine());
        Path ours = ScratchFolder.own(data);
        Files.writeString(ours.resolve("ours"), "shuffled rows");

        ScratchFolder.sweep(data);

        assertThat(theirs.resolve("shuffled")).exists();
        assertThat(ours.resolve("ours")).exists();
        assertThat(ScratchFolder.own(data)).isEqualTo(ours);
        other.destroyForcibly().waitFor();
        ScratchFolder.sweep(data);
        assertThat(theirs).doesNotExist();
    }

    /** As one that another user left, whose files this user may not delete. */
    @Test
    void folderThatCannotBeSweptHindersNobody() throws IOException {
        Files.createDirectories(data.resolve("scratch/process-7-1/.lock"));
        Path gone = Files.createDirectories(data.resolve("scratch/process-7-2"));
        Files.createFile(gone.resolve(".lock"));

        ScratchFolder.claim(data, data.resolve("scratch/process-1-1"));

        assertThat(gone).doesNotExist();
        assertThat(data.resolve("scratch/process-1-1/.lock")).exists();
    }

    /** Its lock does not hold between machines on some file systems; its sign is younger than a minute. */
    @Test
    void foldersOfOtherMachinesStayWhileTheirSignIsFresh() throws IOException {
        Path theirs = Files.createDirectories(data.resolve("scratch/process-7-1"));
        Files.createFile(theirs.resolve(".lock"));
        Path sign = Files.writeString(theirs.resolve(".holder"), "process 7 since 2026-01-01T00:00:00Z\nboot other\n");

        ScratchFolder.sweep(data);
        assertThat(theirs).exists();

        Files.setLastModifiedTime(sign, FileTime.from(Instant.now().minus(SignOfLife.FRESH)));
        ScratchFolder.sweep(data);
        assertThat(theirs).doesNotExist();
    }

    /** Each claims a folder that the launcher made and that it might find gone, while others sweep. */
    @Test
    void claimedFoldersStayWhateverIsSweptMeanwhile() throws Exception {
        Path scratch = data.resolve("scratch");
        Process sweeper = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sweeper.class.getName(),
                        data.toString())
                .start();
        sweeper.inputReader().readLine();
        try {
            for (int i = 0; i < 200; i++) {
                Path own = Files.createDirectories(scratch.resolve("process-1-" + i));
                ScratchFolder.claim(data, own);
                Files.writeString(own.resolve("rows"), "shuffled");
            }
            for (int i = 0; i < 200; i++) {
                assertThat(scratch.resolve("process-1-" + i + "/rows")).exists();
            }
        } finally {
            sweeper.destroyForcibly().waitFor();
        }
    }

    /** It holds what others put there, too, and what is held is deleted in the end. */
    @Test
    void folderThatSomebodySetIsNotClaimed() throws IOException {
        Path set = Files.createDirectories(data.resolve("of the machine"));

        ScratchFolder.claim(data, set);

        assertThat(set).isEmptyDirectory();
    }

    @Nested
    class InTheTemporaryFolderOfTheSystem {
        private final String before = System.getProperty(ScratchFolder.SYSTEM, "");

        @TempDir
        Path system;

        @BeforeEach
        void set() {
            System.setProperty(ScratchFolder.SYSTEM, system.toString());
        }

        @AfterEach
        void restore() {
            if (before.isEmpty()) {
                System.clearProperty(ScratchFolder.SYSTEM);
            } else {
                System.setProperty(ScratchFolder.SYSTEM, before);
            }
        }

        /** Another process may have taken the empty folder away that the launcher had made. */
        @Test
        void folderThatIsMadeAgainIsForItsOwnerAlone() throws IOException {
            Assumptions.assumeTrue(
                    Files.getFileStore(system).supportsFileAttributeView("posix"), "needs permissions of POSIX");
            Path own = system.resolve(ScratchFolder.prefix(data) + "process-9-1");

            ScratchFolder.claim(data, own);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rwx------");
        }

        /** Such as ../tmp. */
        @Test
        void folderNamedInARoundaboutWayIsKnownAsItsOwn() throws IOException {
            System.setProperty(
                    ScratchFolder.SYSTEM,
                    system.resolve("../" + system.getFileName()).toString());
            Path own = system.resolve(ScratchFolder.prefix(data) + "process-9-2");

            ScratchFolder.claim(data, own);
            ScratchFolder.sweep(data);

            assertThat(own.resolve(".lock")).exists();
        }

        /** Where the data folder had no room for them. */
        @Test
        void foldersAndLinksOfThisDataFolderAreSweptAndNoOthers() throws IOException {
            String prefix = "careledger-"
                    + Digest.of(data.toRealPath().toString().getBytes(StandardCharsets.UTF_8))
                            .substring(0, 12)
                    + "-";
            Path gone = Files.createDirectories(system.resolve(prefix + "process-7-1"));
            Files.createFile(gone.resolve(".lock"));
            Path link = Files.createSymbolicLink(system.resolve(prefix + "link"), gone.resolve("away"));
            Path links = Files.createDirectories(system.resolve("careledger-links-process-7-1"));
            Files.createFile(links.resolve(".lock"));
            Files.createSymbolicLink(links.resolve("link"), data);
            Path others = Files.createDirectories(system.resolve("careledger-0123456789ab-process-7-1"));
            Files.createFile(others.resolve(".lock"));
            Path own = Files.createDirectories(system.resolve(prefix + "process-8-1"));

            ScratchFolder.claim(data, own);

            assertThat(gone).doesNotExist();
            assertThat(Files.isSymbolicLink(link)).isFalse();
            assertThat(links).doesNotExist();
            assertThat(data).exists();
            assertThat(others).exists();
            assertThat(own.resolve(".lock")).exists();
            assertThat(ScratchFolder.own(data)).isEqualTo(own);
        }
    }

    /** A process that sweeps until it is killed. */
    static final class Sweeper {
        private Sweeper() {}

        public static void main(String[] arguments) {
            System.out.println("sweeping");
            while (true) {
                ScratchFolder.sweep(Path.of(arguments[0]));
            }
        }
    }

    /** A process that holds a folder until it is killed. */
    static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws Exception {
            Path own = ScratchFolder.own(Path.of(arguments[0]));
            Files.writeString(own.resolve("shuffled"), "rows");
            System.out.println(own);
            Thread.sleep(600_000);
        }
    }
}
