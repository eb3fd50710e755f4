package careledger.answers.trend;

import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of more than eighteen months within a segment in which no figure is known. */
record TrendGap(Observation before, Observation after) {
    /** Yearly figures are a year apart; what is this much apart has a year missing between. */
    static final int MONTHS = 18;

    static Optional<TrendGap> between(Observation before, Observation after) {
        TrendGap gap = new TrendGap(before, after);
        return gap.months() > MONTHS ? Optional.of(gap) : Optional.empty();
    }

    /** @param figures with a value, oldest first */
    static List<TrendGap> in(List<Observation> figures) {
        List<TrendGap> gaps = new ArrayList<>();
        for (int i = 1; i < figures.size(); i++) {
            between(figures.get(i - 1), figures.get(i)).ifPresent(gaps::add);
        }
        return gaps;
    }

    static Optional<TrendGap> longest(List<Observation> figures) {
        return in(figures).stream().max(Comparator.comparingLong(TrendGap::months));
    }

    String between() {
        return "between " + FigurePeriod.name(before) + " and " + FigurePeriod.name(after);
    }

    String apart() {
        long years = Math.round(months() / 12.0);
        return "They are " + years + " years apart; no comparable figure is known in between.";
    }

    long months() {
        return ChronoUnit.MONTHS.between(before.periodEnd(), after.periodEnd());
    }
}
