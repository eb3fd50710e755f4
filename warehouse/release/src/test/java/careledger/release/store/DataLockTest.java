package careledger.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
