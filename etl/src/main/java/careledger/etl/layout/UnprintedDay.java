package careledger.etl.layout;

import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says that a day is not printed: a figure of one day whose document prints only the month or the calendar year is kept
 * under the last day of it. Quarters and financial years end on a day that their name says.
 */
final class UnprintedDay {
    private static final Pattern ONLY_A_MONTH =
            Pattern.compile("(?i)((in|by|as at|as of) )?(January|February|March|April"
                    + "|May|June|July|August|September|October|November|December) \\d{4}");

    private UnprintedDay() {}

    /**
     * @param read the period before the indicator's timing
     * @param kept the period after it
     * @param label the period as printed
     */
    static Optional<String> note(TimePeriod read, TimePeriod kept, Optional<String> label) {
        if (kept.kind() != PeriodKind.SNAPSHOT) {
            return Optional.empty();
        }
        if (read.kind() == PeriodKind.CALENDAR_YEAR) {
            return Optional.of("day not printed; year end used");
        }
        boolean month = read.kind() == PeriodKind.MONTH
                || label.filter(text -> ONLY_A_MONTH.matcher(text.strip()).matches())
                        .isPresent();
        return month ? Optional.of("day not printed; month end used") : Optional.empty();
    }
}
