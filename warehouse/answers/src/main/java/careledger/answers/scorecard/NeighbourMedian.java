package careledger.answers.scorecard;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.Ranking;
import careledger.answers.observation.Observation;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure beside those of the statistical neighbours of one model, of the same period and segment.
 *
 * @param own the figure; it has a value
 * @param reported the neighbours' figures, all with a value, at least one
 * @param missing names of the neighbours without
 */
record NeighbourMedian(Observation own, String model, List<Observation> reported, List<String> missing) {
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

    /** The middle figure, or halfway between the two in the middle. */
    double median() {
        return standing().median();
    }

    /** Of the figure among itself and the neighbours'. */
    int rank() {
        return standing().rank();
    }

    String rule() {
        int all = reported.size() + missing.size();
        Ranking standing = standing();
        String without = missing.isEmpty() ? "" : " No figure: " + String.join(", ", missing) + ".";
        return "Worked out, not published: the median of the " + reported.size() + " of " + all
                + " statistical neighbours (model of " + model + ") that have a figure for " + own.periodLabel()
                + " under the same definition, from " + reported.get(0).valueText() + " ("
                + reported.get(0).areaName() + ") to " + last().valueText() + " (" + last().areaName() + "). "
                + own.areaName() + " ranks " + standing.rank() + " of " + (reported.size() + 1) + "; 1 is "
                + standing.first()
                + "; ties share the better rank." + without;
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
        return new Observation(
                "derived/median/" + model + "/" + own.indicator() + "/" + own.period() + "/" + own.breakdown(),
                own.indicator(),
                own.indicatorTitle(),
                own.topic(),
                own.unit(),
                own.polarity(),
                group.id(),
                group.name(),
                group.kind(),
                own.period(),
                own.periodLabel(),
                own.periodKind(),
                own.periodStart(),
                own.periodEnd(),
                own.reportingYear(),
                own.breakdown(),
                own.breakdownLabel(),
                own.dimension1(),
                own.member1(),
                own.dimension2(),
                own.member2(),
                own.dimension3(),
                own.member3(),
                median,
                FigureFormat.figure(median, own.unit(), reported.size() % 2 == 1 ? decimals : decimals + 1),
                null,
                null,
                null,
                null,
                ObsStatus.NORMAL,
                ValueKind.ACTUAL,
                false,
                newest.definition(),
                own.segment(),
                false,
                null,
                null,
                null,
                null,
                "Worked out from the neighbours' own figures; no document prints it.",
                newest.source(),
                sources,
                "median of " + reported.size() + " figures",
                null,
                null,
                newest.publishedOn());
    }

    private Observation last() {
        return reported.get(reported.size() - 1);
    }
}
