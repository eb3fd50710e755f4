package careledger.api.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.answers.serving.OverloadedException;
import careledger.answers.serving.QueryCancelledException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageProblemsTest {
    private static final Address PAGE = Route.TOPICS.address();

    /** Else a caller could fill the log with the traces of pages that were given up. */
    @Test
    void aCallerWhoHasGoneIsNoFaultOfTheService() {
        for (RuntimeException expected : List.of(
                new QueryCancelledException(), new OverloadedException("Too many wait", Duration.ofSeconds(1)))) {
            PageContent page = PageProblems.of(expected, PAGE, null);

            assertThat(page.status()).as(expected.toString()).isEqualTo(503);
            assertThat(page.title()).isEqualTo("The service is busy");
        }
    }

    @Test
    void whatNobodyExpectedIsThrownAgain() {
        RuntimeException unexpected = new IllegalStateException("unexpected");

        assertThatThrownBy(() -> PageProblems.of(unexpected, PAGE, null)).isSameAs(unexpected);
    }
}
