package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.release.file.SignOfLife;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLockTest {
    @TempDir
    Path data;

    @Test
    void secondTakerIsToldWhoHoldsItSinceWhen() {
        try (DataLock first = DataLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataLock.take(data))
                    .isInstanceOf(DataLockedException.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid() + " since 20");
        }
    }

    @Test
    void freedLockCanBeTakenAgain() {
        DataLock.take(data).close();

        DataLock.take(data).close();
    }

    @Test
    void anotherProcessIsKeptOutAlsoAfterAFailedAttemptHere() throws Exception {
        try (DataLock first = DataLock.take(data)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataLock.take(data)).isInstanceOf(DataLockedException.class);

            assertThat(takeElsewhere()).isEqualTo(3);
        }
        assertThat(takeElsewhere()).isEqualTo(0);
    }

    @Test
    void processThatDiedHoldsNothing() throws Exception {
        Process holder = elsewhere("hold").start();
        assertThat(holder.inputReader().readLine()).isEqualTo("held");
        assertThatThrownBy(() -> DataLock.take(data)).hasMessageContaining("process " + holder.pid());

        holder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        DataLock.take(data).close();
    }

    /** On file systems whose locks do not hold between machines. */
    @Test
    void holderOnAnotherMachineIsBelievedToLiveWhileItsSignIsFresh() throws IOException {
        Path sign =
                Files.writeString(data.resolve("LOCK.holder"), "process 7 since 2026-01-01T00:00:00Z\nboot other\n");

        assertThatThrownBy(() -> DataLock.take(data))
                .isInstanceOf(DataLockedException.class)
                .hasMessageContainingAll("process 7 since 2026-01-01T00:00:00Z", "last sign of life");
        assertThat(DataLock.held(data)).isTrue();

        Files.setLastModifiedTime(sign, FileTime.from(Instant.now().minus(SignOfLife.FRESH)));
        assertThat(DataLock.held(data)).isFalse();
        DataLock.take(data).close();
        assertThat(sign).doesNotExist();
    }

    @Test
    void signOfAProcessOfThisMachineDecidesNothing() throws IOException {
        Files.writeString(
                data.resolve("LOCK.holder"), "process 7 since 2026-01-01T00:00:00Z\n" + SignOfLife.machine() + "\n");

        DataLock.take(data).close();
    }

    @Test
    void holderRenewsItsSign() throws Exception {
        try (DataLock lock = DataLock.take(data)) {
            assertThat(lock).isNotNull();
            Path sign = data.resolve("LOCK.holder");
            FileTime old = FileTime.from(Instant.now().minusSeconds(3600));
            Files.setLastModifiedTime(sign, old);

            while (Files.getLastModifiedTime(sign).equals(old)) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(Files.getLastModifiedTime(sign).toInstant()).isAfter(old.toInstant());
        }
    }

    private int takeElsewhere() throws IOException, InterruptedException {
        Process process = elsewhere("take").start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private ProcessBuilder elsewhere(String what) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Elsewhere.class.getName(),
                        what,
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /** Another process at the same folder. */
    static final class Elsewhere {
        private Elsewhere() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (DataLock lock = DataLock.take(Path.of(arguments[1]))) {
                if (arguments[0].equals("hold")) {
                    System.out.println(lock == null ? "" : "held");
                    Thread.sleep(60_000);
                }
            } catch (DataLockedException e) {
                System.exit(3);
            }
        }
    }
}
