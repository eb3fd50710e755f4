package careledger.answers.scorecard;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.standing.NeighbourModels;
import careledger.schema.scorecard.Scorecard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what the statistical neighbours say beside a figure: a printed average before a median of their own figures. */
record NeighbourRule(Scorecard card, ReleaseCatalogue catalogue, NeighbourModels models, Figures figures) {
    NeighbourFigures beside(Observation own) {
        if (own.value() == null) {
            return NeighbourFigures.none("No comparison: this row has no value.");
        }
        return figures.beside(own, card.neighbours())
                .filter(average -> average.value() != null)
                .map(NeighbourFigures::printed)
                .orElseGet(() -> median(own));
    }

    private NeighbourFigures median(Observation own) {
        if (own.qualifier() != null) {
            return NeighbourFigures.none("No comparison: " + own.valueText() + " is not an exact figure.");
        }
        Optional<String> model = models.newest();
        if (model.isEmpty()) {
            return NeighbourFigures.none("No model of statistical neighbours is loaded for " + own.areaName() + ".");
        }
        List<Observation> reported = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : models.neighbours(model.get())) {
            figures.beside(own, id)
                    .filter(figure -> Computable.is(figure))
                    .ifPresentOrElse(
                            reported::add,
                            () -> missing.add(
                                    catalogue.area(id).map(AreaEntry::name).orElse(id)));
        }
        if (reported.isEmpty()) {
            return NeighbourFigures.none("None of the " + missing.size() + " statistical neighbours (model of "
                    + model.get() + ") has a figure for " + FigurePeriod.name(own) + " under the same definition.");
        }
        NeighbourMedian median = new NeighbourMedian(own, model.get(), reported, missing);
        AreaEntry group = catalogue.area(card.neighbours()).orElseThrow();
        return new NeighbourFigures(
                Optional.of(median.figure(group)),
                "the median of the neighbours",
                median.rule(),
                median.quartile(),
                Optional.of(median.pair()));
    }
}
