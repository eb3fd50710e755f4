package careledger.answers.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Inexact;
import careledger.answers.judgement.PublishedDay;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Polarity;
import careledger.schema.catalogue.Unit;
import careledger.schema.period.TimePeriod;
import careledger.schema.star.ObservationColumn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notes are those of the delivered documents. */
class FigurePeriodTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "2016-03-31 | - | on 31 March 2016",
                "2008-10-31 | as-at date not printed; report date (31st October 2008) used | reported in October 2008"
                        + " (date not printed)",
                "2008-10-31 | 'now' in a report dated 31st October 2008; report date used | reported in October 2008"
                        + " (date not printed)",
                "FY2019-20 | date not printed, report period used | reported for 2019-20 (period not printed)",
                "FY2019-20 | year not printed, report year used | reported for 2019-20 (year not printed)",
                "2008-09-30 | cohort date not printed; OC2 date of September 2008 used | reported for 30 September"
                        + " 2008 (date not printed)",
                "FY2007-08 | printed '2007/2008' without saying academic or financial year | reported for"
                        + " 2007-08 (kind of year not printed)",
                "2016-06-01..2016-06-30 | 'current' in a document dated June 2016; as-at date not printed | reported"
                        + " for 1 June to 30 June 2016 (dates not printed)",
                "AY2006-07 | 'last year' in a report dated 31st October 2008 | reported for the 2006-07 school year"
                        + " (period not printed)",
                "2020-01-01..2020-04-30 | term dates not printed, nominal bounds used | reported for 1 January to 30"
                        + " April 2020 (dates not printed)",
                "2017-04-01..2020-03-31 | - | from 1 April 2017 to 31 March 2020",
                "2020-03-31 | year not printed, report year used | reported for 31 March 2020 (year not printed)",
                "2020-02 | printed 'over forty' | in February 2020",
                "2007-06-30 | day not printed; month end used | reported for 30 June 2007 (day not printed)",
            })
    void aDateThatIsNotPrintedIsNotStatedAsAFact(String period, @Nullable String note, String said) {
        assertThat(FigurePeriod.describe(figure(period, note, null))).isEqualTo(said);
    }

    @Test
    void theSameIsSaidInListsAndWithTheValue() {
        Observation reported =
                figure("2008-10-31", "as-at date not printed; report date (31st October 2008) used", null);

        assertThat(FigurePeriod.label(reported)).isEqualTo("reported in October 2008, date not printed");
        assertThat(FigurePeriod.name(reported)).isEqualTo("October 2008 (date not printed)");
        assertThat(FigurePeriod.describe(reported, "308"))
                .isEqualTo("reported in October 2008 (308, date not printed)");
        assertThat(FigurePeriod.label(figure("AY2022-23", null, null))).isEqualTo("2022-23 school year");
        assertThat(FigurePeriod.name(figure("AY2022-23", null, null))).isEqualTo("the 2022-23 school year");
    }

    @Test
    void aQualifiedFigureGivesNoExactChange() {
        Observation before = figure("2019-03-31", null, null);
        Observation over = figure("2020-03-31", null, "over");

        assertThat(Inexact.reason(before, before)).isEmpty();
        assertThat(Inexact.reason(before, over))
                .contains("No change is calculated: the figure for 31 March 2020 is printed as 'over 50', which is not"
                        + " exact.");
        assertThat(Inexact.reason(over, before)).isPresent();
    }

    private static Observation figure(String id, @Nullable String note, @Nullable String qualifier) {
        TimePeriod period = TimePeriod.parse(id);
        Map<ObservationColumn, @Nullable Object> columns = new HashMap<>();
        columns.put(ObservationColumn.PERIOD, period.id());
        columns.put(ObservationColumn.PERIOD_LABEL, period.label());
        columns.put(ObservationColumn.PERIOD_KIND, period.kind());
        columns.put(ObservationColumn.PERIOD_START, period.start());
        columns.put(ObservationColumn.PERIOD_END, period.end());
        columns.put(ObservationColumn.PERIOD_NOTE, note);
        columns.put(ObservationColumn.QUALIFIER, qualifier);
        columns.put(ObservationColumn.VALUE_TEXT, qualifier == null ? "50" : qualifier + " 50");
        columns.put(ObservationColumn.PUBLISHED_ON, LocalDate.of(2008, 10, 31));
        return Samples.figure("E10000018", "Leicestershire", Unit.COUNT, Polarity.NONE, 50.0)
                .with(columns);
    }

    /** The notes are those of the delivered documents. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "-",
            value = {
                "2019-09-03 | - | 3 September 2019",
                "2019-09-03 | day of the committee | 3 September 2019",
                "2016-06-30 | month printed, day not | June 2016, day not known",
                "2025-11-30 | month known, day not | November 2025, day not known",
                "2020-07-31 | publication date not printed; the latest month mentioned is July 2020 | July 2020, date"
                        + " not printed",
            })
    void dayOfPublicationIsNoMoreExactThanTheDocument(LocalDate day, @Nullable String note, String words) {
        assertThat(PublishedDay.words(day, note)).isEqualTo(words);
    }
}
