package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.util.List;

/** The figures of one indicator in sentences: their values, and how far two of them lie apart. */
record FigureWords(IndicatorEntry indicator, ChangeRule rule) {
    /** A change from fewer than these is not given in percent: 2 to 24 is no "rise of 1,100%" that helps a reader. */
    private static final double FEW = 20;

    private static final List<String> NUMBERS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    static FigureWords of(IndicatorEntry indicator) {
        return new FigureWords(indicator, ChangeRule.of(indicator));
    }

    /** Without "per 10,000", which the subject or the first value of the sentence says. */
    String value(Observation figure) {
        return indicator.unit().rate() ? figure.valueText().replaceFirst(" per 10*,?0*$", "") : figure.valueText();
    }

    /** After "was": one child is "one", a change of -53 "a fall of 53", and a figure is estimated "at" a value. */
    String counted(Observation figure) {
        if (ofChange() && figure.value() != null && figure.qualifier() == null && figure.number() != 0) {
            return (figure.number() < 0 ? "a fall of " : "a rise of ")
                    + figure.valueText().replaceFirst("^-", "");
        }
        if ("estimated".equals(figure.qualifier())) {
            return figure.valueText().replaceFirst("^estimated ", "estimated at ");
        }
        return indicator.unit() == Unit.COUNT && figure.valueText().equals("1") ? "one" : value(figure);
    }

    /** Whole numbers to ten in words. */
    static String number(Observation figure) {
        double value = figure.number();
        return value >= 0 && value < NUMBERS.size() && value == Math.rint(value)
                ? NUMBERS.get((int) value)
                : figure.valueText();
    }

    String dated(Observation figure) {
        return TrendPhrases.dated(value(figure), figure);
    }

    /** "31 fewer (4.3%) than on 31 March 2024 (725)". */
    String moved(Observation from, Observation to, boolean percentToo) {
        Pair pair = Pair.of(from, to);
        double difference = FigureFormat.exact(pair.to() - pair.from());
        if (difference == 0) {
            return "the same as " + FigurePeriod.describe(from);
        }
        if (rule.level(pair)) {
            return "much the same as " + FigurePeriod.describe(from, value(from));
        }
        Double percent = rule.percent(pair.from(), pair.to());
        boolean few = indicator.unit() == Unit.COUNT && pair.from() < FEW;
        return amount(from, to)
                + (difference > 0 ? more() : less())
                + (percent == null || !percentToo || few ? "" : " (" + FigureFormat.number(Math.abs(percent), 1) + "%)")
                + " than "
                + FigurePeriod.describe(from, value(from));
    }

    /** ", which is better", where one way is. */
    String verdict(Observation from, Observation to) {
        Direction direction = rule.direction(Pair.of(from, to));
        return direction == Direction.BETTER
                ? ", which is better"
                : direction == Direction.WORSE ? ", which is worse" : "";
    }

    private String amount(Observation from, Observation to) {
        int decimals = Math.max(FigureFormat.decimals(from), FigureFormat.decimals(to));
        double difference = to.number() - from.number();
        if (indicator.unit().rate()) {
            return FigureFormat.number(Math.abs(difference), decimals);
        }
        String amount = FigureFormat.amount(difference, indicator.unit(), decimals);
        return indicator.unit() == Unit.COUNT && amount.equals("1") ? "one" : amount;
    }

    /** Whether the figures are changes themselves, so that their sign says which way. */
    private boolean ofChange() {
        return indicator.title().startsWith("Change in ");
    }

    private String more() {
        return counted() ? " more" : " higher";
    }

    private String less() {
        return switch (indicator.unit()) {
            case COUNT, DAYS -> " fewer";
            case GBP -> " less";
            default -> " lower";
        };
    }

    private boolean counted() {
        return indicator.unit() == Unit.COUNT || indicator.unit() == Unit.DAYS || indicator.unit() == Unit.GBP;
    }
}
