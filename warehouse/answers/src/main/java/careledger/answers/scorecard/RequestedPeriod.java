package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidArgumentCode;
import careledger.answers.query.InvalidQueryException;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.scorecard.Annual;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.text.Dashes;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the period of a card that is asked for, or says which there are. */
record RequestedPeriod(Scorecard card, String area, Optional<LocalDate> asOf) {
    private static final int HOW_MANY = 3;

    private static final Pattern YEAR = Pattern.compile("(\\d{4})[-/](\\d{2})");

    /** @param known periods of the card that have figures, oldest first */
    PeriodEntry of(Optional<String> asked, List<PeriodEntry> known) {
        if (known.isEmpty()) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of("scorecard", "area"),
                    "The scorecard '" + card.id() + "' has no figure for area '" + area + "'" + published() + ".",
                    "Leave out 'area' and 'asOf' for the newest card of the area that this service is about."));
        }
        if (asked.isEmpty()) {
            return known.get(known.size() - 1);
        }
        TimePeriod period = parsed(asked.get());
        return known.stream().filter(one -> means(period, one)).findFirst().orElseThrow(() -> unknown(period, known));
    }

    private boolean means(TimePeriod asked, PeriodEntry one) {
        boolean sameYear = asked.reportingYear() == one.reportingYear();
        return card.annual().isPresent()
                ? sameYear && wholeYear(asked, card.annual().get())
                : asked.id().equals(one.id());
    }

    private static boolean wholeYear(TimePeriod asked, Annual annual) {
        return asked.kind() == PeriodKind.FINANCIAL_YEAR
                || (asked.kind() == PeriodKind.SNAPSHOT
                        && MonthDay.from(asked.end()).equals(annual.day()));
    }

    /** A card of years takes a year as its pages write it: 2019-20, 2019/20. */
    private TimePeriod parsed(String id) {
        Matcher year = YEAR.matcher(Dashes.plain(id));
        try {
            return card.annual().isPresent() && year.matches()
                    ? TimePeriod.parse("FY" + year.group(1) + "-" + year.group(2))
                    : TimePeriod.parse(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of("scorecard", "period"),
                    "No period: " + e.getMessage() + ".",
                    "'scorecards' lists the periods of each card."));
        }
    }

    /** The nearest in time. */
    private InvalidQueryException unknown(TimePeriod asked, List<PeriodEntry> known) {
        List<String> nearest = known.stream()
                .sorted(Comparator.comparing(
                        one -> Math.abs(one.end().toEpochDay() - asked.end().toEpochDay())))
                .limit(HOW_MANY)
                .map(PeriodEntry::id)
                .toList();
        return new InvalidQueryException(new InvalidArgument(
                InvalidArgumentCode.UNKNOWN_ID,
                ArgumentPath.of("scorecard", "period"),
                "The scorecard '" + card.id() + "' has no period '" + asked.id() + "' for area '" + area + "'"
                        + published() + ". Nearest: '" + String.join("', '", nearest) + "'.",
                Optional.of("'scorecards' lists the periods of each card."),
                nearest));
    }

    private String published() {
        return asOf.map(day -> " published by " + day).orElse("");
    }
}
