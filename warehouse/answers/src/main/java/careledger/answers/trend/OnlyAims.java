package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.observation.Observation;
import careledger.schema.observation.ValueKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The main message where documents print no figure for an area but a target, a forecast, or a figure of the country.
 *
 * @param everywhere every claim that was read
 */
record OnlyAims(IndicatorEntry indicator, AreaEntry area, List<Observation> everywhere) {
    private static final int NAMED = 4;

    Optional<String> sentence() {
        String aims = list(everywhere.stream()
                .filter(claim -> claim.area().equals(area.id())
                        && (claim.valueKind() == ValueKind.TARGET || claim.valueKind() == ValueKind.FORECAST))
                .toList());
        String elsewhere = list(everywhere.stream()
                .filter(claim -> !claim.area().equals(area.id()) && TrendLines.isPoint(claim))
                .toList());
        String where = TrendPhrases.capital(TrendPhrases.where(area)) + ", for " + TrendSubject.of(indicator);
        if (!aims.isEmpty()) {
            return Optional.of(where + ", no figure is published, but " + aims + ".");
        }
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of(where + ", no figure is published; elsewhere there is " + elsewhere + ".");
    }

    private static String list(List<Observation> claims) {
        return claims.stream()
                .filter(claim -> claim.headline() && claim.value() != null)
                .sorted(TrendLine.BY_TIME.reversed())
                .limit(NAMED)
                .map(OnlyAims::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(Observation claim) {
        String what =
                switch (claim.valueKind()) {
                    case TARGET -> "a target of ";
                    case FORECAST -> "a forecast of ";
                    default -> claim.areaName() + " with ";
                };
        return what + claim.valueText() + " for " + TrendPhrases.label(claim) + " (" + claim.sourceTitle() + ")";
    }
}
