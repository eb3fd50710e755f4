package careledger.schema.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01, 2026-12-01T00:00:00Z",
        "2026-12-01T09:30, 2026-12-01T09:30:00Z",
        "2026-07-01, 2026-06-30T23:00:00Z",
        "2026-07-01T09:30, 2026-07-01T08:30:00Z",
        "2026-03-29T01:30, 2026-03-29T01:30:00Z"
    })
    void isAMomentByTheClocksOfLondon(String written, String moment) {
        assertThat(PublicationTime.parse(written).moment()).isEqualTo(moment);
        assertThat(PublicationTime.parse(written)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-12-01T", "2026-12-01T9:30", "2026-12-01T24:30", "2026-12-01T09:30Z", "2026-12-01 09:30"})
    void anythingElseIsRefusedWithWhatIsExpected(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublicationTime.parse(written))
                .withMessageContaining(written);
    }
}
