package careledger.etl.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.etl.layout.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends the reading of a file reaches the one who takes its outcomes; nothing waits for ever. */
class PulledOutcomesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    static Stream<Throwable> failures() {
        IOException dropped = new IOException("Input/output error");
        return Stream.of(
                dropped,
                new Error("Input/output error", dropped),
                new IllegalStateException("a mistake"),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new NoClassDefFoundError("org/example/Missing"),
                new AssertionError("never"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureOfTheReaderIsHandedOver(Throwable failure) {
        Assertions.assertTimeoutPreemptively(LONG, () -> {
            PulledOutcomes outcomes = new PulledOutcomes("a file", out -> raise(failure));

            assertThatThrownBy(outcomes::hasNext)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCause(failure);
        });
    }

    @Test
    void readerWhoseTakerIsGoneEnds() throws Exception {
        Thread[] reader = new Thread[1];
        Thread taker = new Thread(() -> new PulledOutcomes("a file", out -> {
            reader[0] = Thread.currentThread();
            while (true) {
                out.accept(new Outcome.Neighbour("model", "area", "neighbour", 1, "source", "a/neighbours.csv", 1));
            }
        }));
        taker.start();
        taker.join();

        while (reader[0] == null) {
            Thread.onSpinWait();
        }
        reader[0].join(LONG.toMillis());

        assertThat(reader[0].isAlive()).isFalse();
    }

    private static void raise(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }
}
