package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.AreaKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The main message where documents print no figure for an area but a target, a forecast, or a figure of another area.
 *
 * @param everywhere every claim of the indicator that was read, of parts too
 */
record OnlyAims(IndicatorEntry indicator, AreaEntry area, List<Observation> everywhere) {
    private static final int NAMED = 4;

    Optional<TrendMessage> message() {
        String where = TrendPhrases.where(area);
        List<Observation> here = newest(claim -> claim.area().equals(area.id()));
        if (!here.isEmpty()) {
            return here.stream().allMatch(OnlyAims::isAim)
                    ? Optional.of(message(FigureFormat.capital(where), ", but there is ", here, claim -> ""))
                    : Optional.empty();
        }
        List<Observation> elsewhere = preferred(
                preferred(
                        newest(claim -> !claim.area().equals(area.id())),
                        claim -> claim.areaKind() == AreaKind.COUNTRY),
                claim -> claim.breakdown().equals("total"));
        return elsewhere.isEmpty()
                ? Optional.empty()
                : Optional.of(message(
                        FigureFormat.capital(where),
                        "; elsewhere: ",
                        elsewhere,
                        claim -> "for "
                                + (claim.area().equals("not-stated") ? "an area that is not stated" : claim.areaName())
                                + " "));
    }

    private TrendMessage message(
            String where, String link, List<Observation> claims, Function<Observation, String> whose) {
        Map<String, List<Observation>> bySource = claims.stream()
                .limit(NAMED)
                .collect(Collectors.groupingBy(Observation::sourceTitle, LinkedHashMap::new, Collectors.toList()));
        List<String> sourced = new ArrayList<>();
        bySource.forEach((source, own) -> sourced.add(list(own, whose) + " (" + source + ")"));
        List<Observation> named = claims.stream().limit(NAMED).toList();
        String no = "this service holds no figure" + link;
        return new TrendMessage(
                where + ", for " + TrendSubject.of(indicator).replaceFirst(",$", "") + ", " + no
                        + String.join("; ", sourced) + ".",
                TrendSummary.only(
                        FigureFormat.capital(no) + String.join("; ", sourced) + ".",
                        FigureFormat.capital(no) + list(named, whose) + ".",
                        FigureFormat.capital(no) + list(named.subList(0, 1), whose) + ".",
                        "This service holds no figure for this area."));
    }

    private static String list(List<Observation> claims, Function<Observation, String> whose) {
        return claims.stream().map(claim -> whose.apply(claim) + words(claim)).collect(Collectors.joining("; "));
    }

    private List<Observation> newest(Predicate<Observation> which) {
        return everywhere.stream()
                .filter(which)
                .filter(claim -> claim.headline() && claim.value() != null)
                .sorted(TrendLine.BY_TIME.reversed())
                .toList();
    }

    /** Those that are so, if any are; else all. */
    private static List<Observation> preferred(List<Observation> claims, Predicate<Observation> so) {
        List<Observation> chosen = claims.stream().filter(so).toList();
        return chosen.isEmpty() ? claims : chosen;
    }

    private static boolean isAim(Observation claim) {
        return !claim.valueKind().isMeasured();
    }

    private static String words(Observation claim) {
        String what =
                switch (claim.valueKind()) {
                    case TARGET -> "a target of ";
                    case FORECAST -> "a forecast of ";
                    default -> "";
                };
        String part = claim.breakdown().equals("total") ? "" : " (" + claim.breakdownLabel() + ")";
        return what + claim.valueText() + part + " for " + FigurePeriod.name(claim);
    }
}
