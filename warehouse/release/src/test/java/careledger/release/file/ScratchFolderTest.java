package careledger.release.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

        ScratchFolder.sweep(data);

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
