package careledger.warehouse.question.trend;

import careledger.schema.catalogue.Unit;
import careledger.warehouse.question.judgement.FigureWords;
import careledger.warehouse.question.observation.Observation;
import java.util.Optional;

/** The 95% limits of a figure, where it has any. */
record Limits(Unit unit, double lower, double upper) {
    static Optional<Limits> of(Observation figure) {
        Double lower = figure.lower();
        Double upper = figure.upper();
        return lower == null || upper == null ? Optional.empty() : Optional.of(new Limits(figure.unit(), lower, upper));
    }

    String inWords() {
        return "95% limits (" + (unit == Unit.PERCENT ? "Wilson" : "Byar") + "): " + range();
    }

    String range() {
        return FigureWords.figure(lower, unit, 1) + " to " + FigureWords.figure(upper, unit, 1);
    }
}
