package careledger.api.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryTimeTest {
    private static final long MILLISECOND = 1_000_000;

    private final QueryTime time = new QueryTime();

    @Test
    void timeAtTheDatabaseIsChargedAndRoundedUp() {
        time.add(3 * MILLISECOND + 1, 0);

        assertThat(time.milliseconds()).isEqualTo(4);
    }

    @Test
    void workOutsideIsChargedBeyondWhatEveryRequestMayTake() {
        time.addProcessor(100 * MILLISECOND);
        assertThat(time.milliseconds()).isZero();

        time.addProcessor(50 * MILLISECOND);
        assertThat(time.milliseconds()).isEqualTo(50);
    }

    @Test
    void processorTimeAtTheDatabaseDoesNotCountTwice() {
        time.addProcessor(160 * MILLISECOND);
        time.add(60 * MILLISECOND, 60 * MILLISECOND);

        assertThat(time.milliseconds()).isEqualTo(60);
    }

    @Test
    void aRequestCarriesItsOwn() {
        Map<String, Object> attributes = Map.of(QueryTime.ATTRIBUTE, time);

        assertThat(QueryTime.of(attributes::get)).isSameAs(time);
        assertThat(QueryTime.of(name -> null)).isNotSameAs(time);
    }
}
