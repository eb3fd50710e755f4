package careledger.release.guard;

import careledger.schema.catalogue.Unit;

/**
 * How far a shown figure of a unit may move.
 *
 * @param absolute whether {@code more} is in the unit; else it is in percent of the figure that is shown today
 * @param atLeast what a move must be in the unit to count
 */
record MoveRule(Unit unit, boolean absolute, double more, double atLeast) {
    MoveRule {
        if (more <= 0 || atLeast < 0) {
            throw new IllegalArgumentException(unit + " may move by more than 0, found " + more + " and " + atLeast);
        }
    }
}
