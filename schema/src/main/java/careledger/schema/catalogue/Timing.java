package careledger.schema.catalogue;

import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import java.time.Month;

/**
 * How a year's figure of an indicator is written, so that one series is never split by the way a source printed it. The
 * last day of a period never changes.
 */
public enum Timing {
    /** A stock, or a cohort taken on one day: the snapshot of the period's last day. */
    DAY {
        @Override
        public TimePeriod normalise(TimePeriod printed) {
            return switch (printed.kind()) {
                case MONTH, QUARTER, FINANCIAL_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR -> TimePeriod.snapshot(printed.end());
                case OTHER -> printed.start().equals(printed.end()) ? TimePeriod.snapshot(printed.end()) : printed;
                case SNAPSHOT, MULTI_YEAR -> printed;
            };
        }
    },
    /** A flow, or a cohort of a period: a figure printed as at 31 March is that of the financial year ending then. */
    PERIOD {
        @Override
        public TimePeriod normalise(TimePeriod printed) {
            boolean yearEnd = printed.kind() == PeriodKind.SNAPSHOT
                    && printed.end().getMonth() == Month.MARCH
                    && printed.end().getDayOfMonth() == 31;
            return yearEnd ? TimePeriod.financialYear(printed.end().getYear()) : printed;
        }
    };

    public abstract TimePeriod normalise(TimePeriod printed);
}
