package careledger.etl.contradiction;

import careledger.schema.catalogue.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A printed change that does not follow from the levels that the document prints. */
final class ChangeOfLevels {
    private static final Pattern CHANGE =
            Pattern.compile("(.+?)_(?:net_)?(increase|decrease|change|growth)_(?:count|pct|days|gbp|score|wte)");
    private static final Set<String> LEVELS = Set.of("", "_count", "_pct", "_mean", "_days", "_gbp", "_score", "_wte");
    private static final Set<String> LOOSE = Set.of("approximately", "around", "about");

    private ChangeOfLevels() {}

    static Stream<Doubt> in(Document document) {
        return document.where(figure -> CHANGE.matcher(figure.indicator()).matches())
                .filter(figure -> figure.qualifier().filter(LOOSE::contains).isEmpty())
                .flatMap(figure -> LEVELS.stream()
                        .sorted()
                        .flatMap(suffix -> doubt(figure, stem(figure) + suffix, document).stream())
                        .limit(1));
    }

    private static String stem(PrintedFigure change) {
        Matcher named = CHANGE.matcher(change.indicator());
        return named.matches() ? named.group(1) : change.indicator();
    }

    private static Optional<Doubt> doubt(PrintedFigure change, String level, Document document) {
        List<PrintedFigure> levels = document.exact(level, change.breakdown())
                .filter(one -> one.value().signum() >= 0)
                .toList();
        Optional<PrintedFigure> later = Document.nearest(change, levels.stream().filter(one -> one.period()
                .end()
                .equals(change.period().end())));
        if (later.isEmpty()) {
            return Optional.empty();
        }
        List<PrintedFigure> earlier = levels.stream()
                .filter(one -> before(change, later.get(), one))
                .collect(Collectors.groupingBy(one -> one.period().end(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofOneDay -> Document.nearest(change, ofOneDay.stream()).stream())
                .sorted(Comparator.comparing((PrintedFigure one) -> !aYearBefore(change, one))
                        .thenComparing(one -> one.period().end(), Comparator.reverseOrder()))
                .toList();
        return earlier.isEmpty() || earlier.stream().anyMatch(one -> agrees(change, one, later.get()))
                ? Optional.empty()
                : Optional.of(new Doubt(change, note(change, earlier.get(0), later.get())));
    }

    /** Levels that a change may start from: a year before its end, the day before it begins, or its first part. */
    private static boolean before(PrintedFigure change, PrintedFigure later, PrintedFigure level) {
        LocalDate end = level.period().end();
        LocalDate last = change.period().end();
        if (!end.isBefore(last) || level.period().kind() != later.period().kind()) {
            return false;
        }
        LocalDate first = change.period().start();
        return first.equals(last)
                || aYearBefore(change, level)
                || end.equals(first.minusDays(1))
                || level.period().start().equals(first);
    }

    private static boolean aYearBefore(PrintedFigure change, PrintedFigure level) {
        return YearMonth.from(level.period().end())
                .equals(YearMonth.from(change.period().end()).minusYears(1));
    }

    private static boolean agrees(PrintedFigure change, PrintedFigure earlier, PrintedFigure later) {
        Span difference = later.span().minus(earlier.span());
        if (change.unit() == later.unit() || change.unit() == Unit.PERCENTAGE_POINT) {
            return follows(change, difference);
        }
        return change.unit() != Unit.PERCENT
                || !earlier.span().isPositive()
                || follows(change, difference.percentOf(earlier.span()));
    }

    private static boolean follows(PrintedFigure change, Span found) {
        Span printed = change.span().absolute();
        Span size = found.absolute();
        boolean rightWay = change.indicator().contains("_increase_")
                ? !Span.ZERO.isAbove(found)
                : !change.indicator().contains("_decrease_") || !found.isAbove(Span.ZERO);
        String word = change.qualifier().orElse("");
        return rightWay
                && switch (word) {
                    case "over", "more than" -> size.high().compareTo(printed.high()) > 0;
                    case "at least" -> size.high().compareTo(printed.low()) >= 0;
                    case "up to", "under", "less than" -> size.low().compareTo(printed.high()) <= 0;
                    default -> size.meets(printed);
                };
    }

    private static String note(PrintedFigure change, PrintedFigure earlier, PrintedFigure later) {
        BigDecimal difference = later.value().subtract(earlier.value());
        boolean relative = change.unit() == Unit.PERCENT
                && later.unit() != Unit.PERCENT
                && earlier.value().signum() > 0;
        String size = relative
                ? ShareOfBase.percent(difference, earlier.value()).setScale(1, RoundingMode.HALF_UP) + "%"
                : difference.toPlainString() + (later.unit() == Unit.PERCENT ? " percentage points" : "");
        return "printed " + change.qualifier().map(word -> word + " ").orElse("") + change.text() + ", but from "
                + earlier.placed() + " to " + later.placed() + " is a change of " + size;
    }
}
