package careledger.answers.scorecard;

import careledger.answers.observation.Observation;
import careledger.schema.observation.ValueKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures at hand, by what they are of. */
final class Figures {
    private final Map<Series, List<Observation>> series = new HashMap<>();
    private final Map<Series, List<Observation>> targets = new HashMap<>();
    private final List<Observation> claims;

    Figures(List<Observation> all) {
        this(all, all);
    }

    /** @param claims what a target may be judged by: also figures that another one outranks */
    Figures(List<Observation> all, List<Observation> claims) {
        this.claims = List.copyOf(claims);
        for (Observation figure : all) {
            (figure.valueKind() == ValueKind.TARGET ? targets : series)
                    .computeIfAbsent(
                            new Series(figure.indicator(), figure.area(), figure.breakdown()), key -> new ArrayList<>())
                    .add(figure);
        }
        Comparator<Observation> oldestFirst =
                Comparator.comparing(Observation::periodEnd).thenComparing(Observation::period);
        series.values().forEach(list -> list.sort(oldestFirst));
        targets.values().forEach(list -> list.sort(oldestFirst));
    }

    /** Oldest first; no targets. */
    List<Observation> of(String indicator, String area, String breakdown) {
        return series.getOrDefault(new Series(indicator, area, breakdown), List.of());
    }

    /** The newest target of a reporting year. */
    Optional<Observation> target(String indicator, String area, String breakdown, int reportingYear) {
        return targets.getOrDefault(new Series(indicator, area, breakdown), List.of()).stream()
                .filter(target -> target.reportingYear() == reportingYear)
                .reduce((older, newer) -> newer);
    }

    /** Every known claim of an indicator and area. */
    List<Observation> claims(String indicator, String area) {
        return claims.stream()
                .filter(claim ->
                        claim.indicator().equals(indicator) && claim.area().equals(area))
                .toList();
    }

    /** The figure of an area that may be set beside another: of the same thing, period and segment. */
    Optional<Observation> beside(Observation figure, String area) {
        return of(figure.indicator(), area, figure.breakdown()).stream()
                .filter(other -> other.period().equals(figure.period()))
                .filter(other -> other.segment().equals(figure.segment()))
                .findFirst();
    }

    private record Series(String indicator, String area, String breakdown) {}
}
