package careledger.answers.trend;

import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.SmallCohort;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes on single figures of a line: caveats, checks, provisional and missing ones, small numbers. */
record FigureNotes(TrendLine line, IndicatorEntry indicator) {
    List<String> all() {
        return Stream.of(
                        listed(FigureNotes::hasCaveat, "Caveat", Observation::caveat),
                        listed(point -> point.qualityNote() != null, "Check of the figure", Observation::qualityNote),
                        listed(
                                point -> point.valueKind() == ValueKind.PROVISIONAL,
                                "Provisional",
                                Observation::valueText),
                        listed(point -> point.status() != ObsStatus.NORMAL, "No figure", FigureFormat::status),
                        listed(point -> !FigurePeriod.printed(point), "Period not printed", FigureNotes::howRead),
                        smallCohorts(),
                        printedAverage())
                .flatMap(Optional::stream)
                .toList();
    }

    /** A caveat that only repeats the word printed with the number says nothing that the value does not. */
    private static boolean hasCaveat(Observation point) {
        return point.caveat() != null && !point.caveat().equals(point.qualifier());
    }

    private static String howRead(Observation point) {
        return point.valueText() + ", " + point.periodNote();
    }

    private Optional<String> smallCohorts() {
        String small = line.points().stream()
                .filter(SmallCohort::isSmall)
                .map(point -> {
                    double size = SmallCohort.size(point).orElseThrow();
                    return FigureFormat.number(100 / size, 1) + " percentage points " + FigurePeriod.describe(point)
                            + " (of " + FigureFormat.number(size, 0) + ")";
                })
                .collect(Collectors.joining(", "));
        return said(small, "Small numbers: " + SmallCohort.one(indicator) + " is worth " + small + ".");
    }

    private Optional<String> printedAverage() {
        return line.area().kind() == AreaKind.NEIGHBOUR_GROUP
                ? Optional.of("The line of statistical neighbours is the average that "
                        + line.points().stream()
                                .map(Observation::sourceTitle)
                                .distinct()
                                .collect(Collectors.joining(" and "))
                        + " prints for its own group of neighbours; the comparators are worked out from single"
                        + " authorities.")
                : Optional.empty();
    }

    private Optional<String> listed(
            Predicate<Observation> which, String what, Function<Observation, @Nullable String> words) {
        String list = line.points().stream()
                .filter(which)
                .map(point -> FigurePeriod.label(point) + ": " + words.apply(point))
                .collect(Collectors.joining("; "));
        return said(list, what + ": " + FigureFormat.sentence(list));
    }

    private Optional<String> said(String list, String note) {
        return list.isEmpty() ? Optional.empty() : Optional.of(TrendNotes.of(line) + note);
    }
}
