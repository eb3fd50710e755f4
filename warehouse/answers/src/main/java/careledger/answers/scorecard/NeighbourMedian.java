package careledger.answers.scorecard;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.judgement.Ranking;
import careledger.answers.observation.Observation;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.star.ObservationColumn;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A figure beside those of the statistical neighbours of one model, of the same period and segment.
 *
 * @param own the figure; it has a value
 * @param reported the neighbours' figures, all with a value, at least one
 * @param missing names of the neighbours without
 */
record NeighbourMedian(Observation own, String model, List<Observation> reported, List<String> missing) {
    /** What only a document can say; the median has none of it. */
    private static final Set<ObservationColumn> OF_ONE_DOCUMENT = EnumSet.of(
            ObservationColumn.NUMERATOR,
            ObservationColumn.DENOMINATOR,
            ObservationColumn.LOWER,
            ObservationColumn.UPPER,
            ObservationColumn.QUARTILE,
            ObservationColumn.RAG,
            ObservationColumn.DIRECTION,
            ObservationColumn.BAND,
            ObservationColumn.SOURCE_TEXT,
            ObservationColumn.QUALITY_NOTE,
            ObservationColumn.PUBLISHED_ON_NOTE,
            ObservationColumn.PERIOD_PRINTED,
            ObservationColumn.PERIOD_NOTE,
            ObservationColumn.QUALIFIER,
            ObservationColumn.COUNT);

    /** A model names ten neighbours; a quartile of fewer would say more than is known. */
    private static final int FEWEST_FOR_QUARTILES = 10;

    NeighbourMedian {
        reported = reported.stream()
                .sorted(Comparator.comparingDouble(Observation::number))
                .toList();
        missing = List.copyOf(missing);
    }

    private Ranking standing() {
        return Ranking.of(
                own.number(), reported.stream().map(Observation::number).toList(), own.polarity());
    }

    /** The figure against the median, as coarse as the coarsest of all figures. */
    Pair pair() {
        return Pair.median(median(), reported, own);
    }

    /** The middle figure, or halfway between the two in the middle. */
    double median() {
        return standing().median();
    }

    /** Of the figure among itself and the neighbours'. */
    int rank() {
        return standing().rank();
    }

    /** 1 is the best quarter; none where fewer than ten neighbours reported, or where neither way is good. */
    Optional<Integer> quartile() {
        OptionalInt quartile = standing().quartile();
        return reported.size() < FEWEST_FOR_QUARTILES || quartile.isEmpty()
                ? Optional.empty()
                : Optional.of(quartile.getAsInt());
    }

    String rule() {
        int all = reported.size() + missing.size();
        Ranking standing = standing();
        String without = missing.isEmpty() ? "" : " No figure: " + String.join(", ", missing) + ".";
        return "Worked out, not published: the median of the " + reported.size() + " of " + all
                + " statistical neighbours (model of " + model + ") that have a figure for " + FigurePeriod.name(own)
                + " under the same definition, from " + reported.get(0).valueText() + " ("
                + reported.get(0).areaName() + ") to " + last().valueText() + " (" + last().areaName() + "). "
                + own.areaName() + " ranks " + standing.rank() + " of " + (reported.size() + 1) + "; 1 is "
                + standing.first()
                + "; ties share the better rank."
                + quartile().map(quarter -> " " + standing.quartileWords()).orElse("") + without;
    }

    /** The median as a figure of the group. */
    Observation figure(AreaEntry group) {
        Observation newest = reported.stream()
                .max(Comparator.comparing(Observation::publishedOn))
                .orElseThrow();
        int decimals = reported.stream().mapToInt(FigureFormat::decimals).max().orElse(0);
        double median = median();
        String sources =
                reported.stream().map(Observation::sourceTitle).distinct().collect(Collectors.joining("; "));
        Map<ObservationColumn, @Nullable Object> changed = new EnumMap<>(ObservationColumn.class);
        OF_ONE_DOCUMENT.forEach(column -> changed.put(column, null));
        String id = "derived/median/" + model + "/" + own.indicator() + "/" + own.area() + "/" + own.period() + "/"
                + own.breakdown();
        changed.put(ObservationColumn.ID, id);
        changed.put(ObservationColumn.CLAIM, id);
        changed.put(ObservationColumn.AREA, group.id());
        changed.put(ObservationColumn.AREA_NAME, group.name());
        changed.put(ObservationColumn.AREA_KIND, group.kind());
        changed.put(ObservationColumn.VALUE, median);
        changed.put(
                ObservationColumn.VALUE_TEXT,
                FigureFormat.figure(median, own.unit(), reported.size() % 2 == 1 ? decimals : decimals + 1));
        changed.put(ObservationColumn.STATUS, ObsStatus.NORMAL);
        changed.put(ObservationColumn.VALUE_KIND, ValueKind.ACTUAL);
        changed.put(ObservationColumn.HEADLINE, false);
        changed.put(ObservationColumn.DEFINITION, newest.definition());
        changed.put(ObservationColumn.BREAK_BEFORE, false);
        changed.put(ObservationColumn.CAVEAT, "Worked out from the neighbours' own figures; no document prints it.");
        changed.put(ObservationColumn.SOURCE, newest.source());
        changed.put(ObservationColumn.SOURCE_TITLE, sources);
        changed.put(ObservationColumn.SOURCE_LOCATOR, "median of " + reported.size() + " figures");
        changed.put(ObservationColumn.PUBLISHED_ON, newest.publishedOn());
        return own.with(changed);
    }

    private Observation last() {
        return reported.get(reported.size() - 1);
    }
}
