package careledger.answers.trend;

import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Unit;
import java.util.Optional;

/** The 95% limits of a figure, where it has any. */
record Limits(Unit unit, double lower, double upper) {
    static Optional<Limits> of(Observation figure) {
        Double lower = figure.lower();
        Double upper = figure.upper();
        return lower == null || upper == null ? Optional.empty() : Optional.of(new Limits(figure.unit(), lower, upper));
    }

    String describe() {
        return "95% limits (" + (unit == Unit.PERCENT ? "Wilson" : "Byar") + "): " + range();
    }

    String range() {
        return FigureFormat.figure(lower, unit, 1) + " to " + FigureFormat.figure(upper, unit, 1);
    }
}
