package careledger.api.namedquery;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.schema.period.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmxTableTest {
    @ParameterizedTest
    @CsvSource({
        "2020-03-31, 2020-03-31",
        "2019-06, 2019-06",
        "CY2018, 2018",
        "FY2019-20, 2019-04-01/P1Y",
        "AY2018-19, 2018-09-01/P1Y",
        "FY2019-20-Q1, 2019-04-01/P3M",
        "2018-04-01..2020-03-31, 2018-04-01/P2Y",
        "2019-04-01..2020-01-15, 2019-04-01/P290D"
    })
    void timesAreThoseOfSdmx(String period, String expected) {
        TimePeriod time = TimePeriod.parse(period);

        assertThat(SdmxTable.time(time.kind().name(), time.start(), time.end())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NORMAL, ACTUAL, A",
        "NORMAL, PROVISIONAL, P",
        "NORMAL, FORECAST, F",
        "NORMAL, TARGET, A",
        "CONFIDENTIAL, ACTUAL, Q",
        "LOW, ACTUAL, N",
        "UNRELIABLE, PROVISIONAL, U",
        "NOT_AVAILABLE, ACTUAL, O",
        "NOT_APPLICABLE, ACTUAL, M"
    })
    void statusIsOfTheCodeListOfSdmx(String status, String kind, String expected) {
        assertThat(SdmxTable.status(status, kind)).isEqualTo(expected);
    }
}
