package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingLimitsTest {
    @ParameterizedTest
    @CsvSource({"10670, 1", "122880, 2", "1000000, 4"})
    void smallReleasesAreReadByFewThreads(long claims, int threads) {
        ServingLimits four = new ServingLimits(4, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), 64, 4);

        assertThat(four.threadsFor(claims)).isEqualTo(threads);
    }
}
