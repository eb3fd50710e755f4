package careledger.warehouse.question.trend;

import careledger.schema.catalogue.AreaKind;
import careledger.schema.catalogue.Unit;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.warehouse.question.catalogue.IndicatorEntry;
import careledger.warehouse.question.observation.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reader must know beside the points: one sentence or two a note, in the order of weight. */
final class TrendNotes {
    private final IndicatorEntry indicator;
    private final List<Observation> claims;
    private final ConflictPairs conflicts;
    private final Set<String> notes = new LinkedHashSet<>();

    /** @param claims every known claim of the areas asked for */
    TrendNotes(IndicatorEntry indicator, List<Observation> claims, ConflictPairs conflicts) {
        this.indicator = indicator;
        this.claims = claims;
        this.conflicts = conflicts;
    }

    List<String> of(List<TrendLine> lines, PeriodKind kind, List<TargetPoint> targets) {
        lines.forEach(this::about);
        if (!lines.isEmpty()) {
            otherKinds(lines.get(0), kind);
        }
        targets(lines, targets);
        return new ArrayList<>(notes);
    }

    private void about(TrendLine line) {
        List<Observation> points = line.points();
        if (points.isEmpty()) {
            notes.add("There is no figure " + TrendWords.where(line.area()) + " for these periods.");
            return;
        }
        line.segments().forEach(segment -> timesOfYear(line, segment.points()));
        interleaved(line);
        points.forEach(point -> conflict(line, point));
        otherDefinitions(line, points);
        repeatedOnly(line, points);
        listed(line, points, point -> point.caveat() != null, "Caveat of the source", Observation::caveat);
        listed(line, points, point -> point.qualityNote() != null, "Check of the figure", Observation::qualityNote);
        listed(line, points, p -> p.valueKind() == ValueKind.PROVISIONAL, "Provisional", Observation::valueText);
        listed(line, points, p -> p.status() != ObsStatus.NORMAL, "No figure", ChangeJudgement::status);
        smallCohorts(line, points);
        if (line.area().kind() == AreaKind.NEIGHBOUR_GROUP) {
            notes.add(
                    "The line of statistical neighbours is the average that "
                            + points.stream()
                                    .map(Observation::sourceTitle)
                                    .distinct()
                                    .collect(Collectors.joining(" and "))
                            + " prints for its own group of neighbours; the comparators are worked out from single authorities.");
        }
    }

    private void timesOfYear(TrendLine line, List<Observation> points) {
        Set<Integer> months = new TreeSet<>();
        points.forEach(point -> months.add(point.periodEnd().getMonthValue()));
        Set<Integer> years = points.stream().map(Observation::reportingYear).collect(Collectors.toSet());
        if (months.size() > 1) {
            Map<Integer, List<String>> byMonth = new LinkedHashMap<>();
            points.forEach(point -> byMonth.computeIfAbsent(point.periodEnd().getMonthValue(), m -> new ArrayList<>())
                    .add(point.periodLabel()));
            int usual = byMonth.values().stream().mapToInt(List::size).max().orElse(0);
            String odd = byMonth.values().stream()
                    .filter(labels -> labels.size() < usual)
                    .flatMap(List::stream)
                    .collect(Collectors.joining(", "));
            notes.add(of(line) + "The points are not all of the same time of year"
                    + (odd.isEmpty() ? "" : "; the odd ones are " + odd) + "."
                    + (years.size() < points.size() ? " Some years have more than one." : "")
                    + " Changes are worked out between the same times of year where there are such.");
        }
    }

    /** A definition that another interrupts. */
    private void interleaved(TrendLine line) {
        for (TrendSegment segment : line.segments()) {
            Observation first = segment.points().get(0);
            Observation last = segment.points().get(segment.points().size() - 1);
            String between = line.points().stream()
                    .filter(point -> !point.segment().equals(segment.id())
                            && point.periodEnd().isAfter(first.periodEnd())
                            && point.periodEnd().isBefore(last.periodEnd()))
                    .map(Observation::periodLabel)
                    .collect(Collectors.joining(", "));
            if (!between.isEmpty()) {
                notes.add(of(line) + "The segment from " + first.periodLabel() + " to " + last.periodLabel()
                        + " is interrupted by figures under another definition (" + between
                        + "), which are a segment of their own.");
            }
        }
    }

    private void conflict(TrendLine line, Observation point) {
        List<Observation> others = conflicts.against(point, claims);
        if (!others.isEmpty()) {
            notes.add(of(line) + "Sources disagree for " + point.periodLabel() + ": " + said(point)
                    + " is shown; others say "
                    + others.stream().map(TrendNotes::said).collect(Collectors.joining("; ")) + ". "
                    + conflicts.rule(point));
        }
    }

    private static String said(Observation claim) {
        return claim.valueText() + " (" + claim.sourceTitle() + ", " + TrendWords.day(claim.publishedOn()) + ")";
    }

    /** Figures under other definitions for periods of the line, which its headline leaves out. */
    private void otherDefinitions(TrendLine line, List<Observation> points) {
        for (Observation point : points) {
            claims.stream()
                    .filter(claim -> sameSeries(line, claim)
                            && claim.period().equals(point.period())
                            && !claim.segment().equals(point.segment())
                            && claim.value() != null
                            && measured(claim))
                    .map(claim -> of(line) + "Under another definition " + claim.periodLabel() + " is " + said(claim)
                            + "; it is not part of the line.")
                    .forEach(notes::add);
        }
    }

    private void repeatedOnly(TrendLine line, List<Observation> points) {
        Set<String> shown = points.stream().map(Observation::period).collect(Collectors.toSet());
        claims.stream()
                .filter(claim -> sameSeries(line, claim)
                        && claim.headline()
                        && claim.valueKind() == ValueKind.PREVIOUSLY_REPORTED
                        && !shown.contains(claim.period()))
                .sorted(TrendLine.BY_TIME)
                .map(claim -> of(line) + claim.periodLabel() + " is known only as a later document repeats it: "
                        + said(claim) + "; it is not drawn.")
                .forEach(notes::add);
    }

    private void smallCohorts(TrendLine line, List<Observation> points) {
        if (indicator.unit() != Unit.PERCENT) {
            return;
        }
        String small = points.stream()
                .filter(point -> point.denominator() != null && point.denominator() > 0)
                .filter(point -> size(point) < ChangeJudgement.SMALL_COHORT)
                .map(point -> TrendWords.number(100 / size(point), 1) + " percentage points " + TrendWords.when(point)
                        + " (of " + TrendWords.number(size(point), 0) + ")")
                .collect(Collectors.joining(", "));
        if (!small.isEmpty()) {
            notes.add(of(line) + "Small numbers: " + oneOfThem() + " is worth " + small + ".");
        }
    }

    private static double size(Observation point) {
        Double denominator = point.denominator();
        return denominator == null ? Double.MAX_VALUE : denominator;
    }

    private String oneOfThem() {
        String words = (indicator.title() + " " + indicator.plainEnglish()).toLowerCase(Locale.UK);
        return words.contains("child") ? "one child" : words.contains("young") ? "one young person" : "one case";
    }

    private void listed(
            TrendLine line,
            List<Observation> points,
            Predicate<Observation> which,
            String what,
            Function<Observation, @Nullable String> words) {
        String list = points.stream()
                .filter(which)
                .map(point -> point.periodLabel() + ": " + words.apply(point))
                .collect(Collectors.joining("; "));
        if (!list.isEmpty()) {
            notes.add(of(line) + what + ": " + TrendWords.sentence(list));
        }
    }

    private void otherKinds(TrendLine line, PeriodKind kind) {
        Map<PeriodKind, List<String>> others = new LinkedHashMap<>();
        claims.stream()
                .filter(claim -> sameSeries(line, claim) && TrendLines.isPoint(claim) && claim.periodKind() != kind)
                .sorted(TrendLine.BY_TIME)
                .forEach(claim -> others.computeIfAbsent(claim.periodKind(), key -> new ArrayList<>())
                        .add(claim.valueText() + " " + TrendWords.when(claim)));
        others.forEach((other, figures) -> notes.add("The lines are of periods of the kind " + kind
                + " only. Of the kind " + other + " there " + (figures.size() == 1 ? "is " : "are ")
                + String.join(", ", figures.subList(0, Math.min(5, figures.size())))
                + (figures.size() > 5 ? " and " + (figures.size() - 5) + " more" : "") + "; ask with periodKind: "
                + other + "."));
    }

    private void targets(List<TrendLine> lines, List<TargetPoint> targets) {
        Set<String> definitions = lines.stream()
                .flatMap(line -> line.points().stream())
                .map(Observation::definition)
                .collect(Collectors.toSet());
        targets.stream()
                .filter(target -> !definitions.contains(target.definition()))
                .map(target -> "The target of " + target.valueText() + " for "
                        + target.period().label() + " (" + target.sourceTitle()
                        + ") is stated under a definition that no point of the lines has.")
                .forEach(notes::add);
    }

    private static boolean measured(Observation claim) {
        return claim.valueKind() == ValueKind.ACTUAL || claim.valueKind() == ValueKind.PROVISIONAL;
    }

    private static boolean sameSeries(TrendLine line, Observation claim) {
        return claim.area().equals(line.area().id()) && claim.breakdown().equals(line.breakdown());
    }

    private static String of(TrendLine line) {
        String breakdown = line.breakdown().equals("total") ? "" : ", " + line.breakdownLabel();
        return line.area().name() + breakdown + ": ";
    }
}
