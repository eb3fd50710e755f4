package careledger.etl.draft;

import careledger.schema.catalogue.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Drafts a measure where no indicator of the catalogue is like the words; where one is near, a person decides.
 *
 * @param source the document whose words they are
 */
record NewMeasures(CatalogueDraft drafted, IndicatorGuess indicators, String source) {
    /**
     * @param printed the words for the measure
     * @param units those that it can have
     * @param cells its figures
     * @param onADay whether its period is a day
     */
    Guess of(Guess known, String printed, Set<Unit> units, List<String> cells, boolean onADay) {
        String words = CatalogueDraft.plain(printed);
        if (!known.open() || words.isEmpty() || !indicators.unlike(words, units)) {
            return known;
        }
        int decimals = cells.stream().mapToInt(CellTexts::decimals).max().orElse(0);
        Unit unit = unit(units).orElse(decimals > 0 ? Unit.MEAN : Unit.COUNT);
        String id = drafted.indicator(words, unit, decimals, onADay, source);
        return Guess.likely(id, "a new measure, described under 'indicators' below");
    }

    private static Optional<Unit> unit(Set<Unit> units) {
        return units.size() == 1 ? Optional.of(units.iterator().next()) : Optional.empty();
    }
}
