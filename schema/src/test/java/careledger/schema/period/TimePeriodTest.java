package careledger.schema.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import careledger.schema.catalogue.Timing;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePeriodTest {
    @Nested
    class Grammar {
        @ParameterizedTest
        @CsvSource({
            "2020-03-31, SNAPSHOT, 2020-03-31, 2020-03-31, 2020, 31 March 2020",
            "FY2019-20, FINANCIAL_YEAR, 2019-04-01, 2020-03-31, 2020, 2019-20",
            "FY1999-00, FINANCIAL_YEAR, 1999-04-01, 2000-03-31, 2000, 1999-00",
            "FY2019-20-Q1, QUARTER, 2019-04-01, 2019-06-30, 2020, Q1 2019-20",
            "FY2019-20-Q4, QUARTER, 2020-01-01, 2020-03-31, 2020, Q4 2019-20",
            "AY2018-19, ACADEMIC_YEAR, 2018-09-01, 2019-08-31, 2020, 2018-19 school year",
            "CY2018, CALENDAR_YEAR, 2018-01-01, 2018-12-31, 2019, 2018",
            "2019-06, MONTH, 2019-06-01, 2019-06-30, 2020, June 2019",
            "2018-04-01..2020-03-31, MULTI_YEAR, 2018-04-01, 2020-03-31, 2020, 1 April 2018 to 31 March 2020",
            "2008-02-01..2008-05-31, OTHER, 2008-02-01, 2008-05-31, 2009, 1 February 2008 to 31 May 2008"
        })
        void readsAndWrites(String id, PeriodKind kind, LocalDate start, LocalDate end, int year, String label) {
            TimePeriod period = TimePeriod.parse(id);

            assertThat(period).isEqualTo(new TimePeriod(kind, start, end));
            assertThat(period.id()).isEqualTo(id);
            assertThat(period.reportingYear()).isEqualTo(year);
            assertThat(period.label()).isEqualTo(label);
        }

        @Test
        void everyPeriodComesBackFromItsId() {
            Random random = new Random(7);
            for (int i = 0; i < 2_000; i++) {
                int year = 1990 + random.nextInt(60);
                LocalDate day = LocalDate.ofYearDay(year, 1 + random.nextInt(365));
                TimePeriod period =
                        switch (random.nextInt(6)) {
                            case 0 -> TimePeriod.snapshot(day);
                            case 1 -> TimePeriod.financialYear(year);
                            case 2 -> TimePeriod.academicYear(year);
                            case 3 -> TimePeriod.calendarYear(year);
                            case 4 -> TimePeriod.quarter(year, 1 + random.nextInt(4));
                            default -> TimePeriod.range(day, day.plusDays(random.nextInt(1_500)));
                        };

                assertThat(TimePeriod.parse(period.id())).isEqualTo(period);
            }
        }
    }

    @Nested
    class WhatIsNoPeriod {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2019-02-29",
                    "2020-13-01",
                    "FY2019-18",
                    "FY2019-21",
                    "AY2018-19-Q1",
                    "2019",
                    "today",
                    "",
                    "2020-03-31..2019-03-31",
                    "٢٠٢٠-٠٣-٣١"
                })
        void isRefused(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> TimePeriod.parse(text));
        }

        @Test
        void saysWhichYearWasMeant() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TimePeriod.parse("FY2019-18"))
                    .withMessageContaining("FY2019-20");
        }

        @Test
        void datesMustFitTheKind() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TimePeriod.of(
                            PeriodKind.FINANCIAL_YEAR, LocalDate.of(2019, 1, 1), LocalDate.of(2019, 12, 31)))
                    .withMessageContaining("1 April to 31 March");
        }
    }

    @Nested
    class Normalising {
        @Test
        void aStockPrintedForTheYearIsTheSnapshotOfItsLastDay() {
            assertThat(Timing.DAY.normalise(TimePeriod.parse("FY2019-20")).id()).isEqualTo("2020-03-31");
            assertThat(Timing.DAY.normalise(TimePeriod.parse("FY2019-20-Q1")).id())
                    .isEqualTo("2019-06-30");
        }

        @Test
        void aFlowPrintedAtYearEndIsTheYear() {
            assertThat(Timing.PERIOD.normalise(TimePeriod.parse("2020-03-31")).id())
                    .isEqualTo("FY2019-20");
            assertThat(Timing.PERIOD.normalise(TimePeriod.parse("2007-09-30")).id())
                    .isEqualTo("2007-09-30");
        }

        @Test
        void theLastDayNeverChanges() {
            for (Timing timing : Timing.values()) {
                for (String id : new String[] {
                    "2020-03-31",
                    "FY2019-20",
                    "AY2018-19",
                    "CY2018",
                    "2019-06",
                    "2016-06-01..2016-06-30",
                    "2017-04-01..2020-03-31"
                }) {
                    TimePeriod printed = TimePeriod.parse(id);

                    assertThat(timing.normalise(printed).end()).isEqualTo(printed.end());
                }
            }
        }
    }
}
