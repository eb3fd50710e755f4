package careledger.answers.standing;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.judgement.ChangeRule;
import careledger.answers.judgement.Computable;
import careledger.answers.judgement.Direction;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.judgement.Pair;
import careledger.answers.judgement.Ranking;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.Polarity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure among others that may be ranked with it.
 *
 * @param own has an exact value
 * @param others the same, at least one
 * @param missing those of the group without such a figure
 * @param ended names of the areas among them that a reorganisation has ended
 */
record Ranked(
        Observation own,
        List<Observation> others,
        List<AreaEntry> missing,
        List<String> ended,
        ChangeRule rule,
        PeriodEntry period) {
    /** A model names ten neighbours; a quarter of fewer would say more than is known. */
    static final int FEWEST_FOR_QUARTILES = 10;

    /** Of fewer, one place moves the percentile by more than five. */
    static final int FEWEST_FOR_PERCENTILES = 20;

    private static final int NAMED = 3;

    Standing among(StandingGroup group, @Nullable String model) {
        Ranking ranking = Ranking.of(
                own.number(), others.stream().map(Observation::number).toList(), own.polarity());
        int decimals = others.stream().mapToInt(FigureFormat::decimals).max().orElse(0);
        String median =
                FigureFormat.figure(ranking.median(), own.unit(), others.size() % 2 == 1 ? decimals : decimals + 1);
        Direction direction = rule.direction(Pair.median(ranking.median(), others, own));
        Optional<Double> percentile = percentile();
        List<Observation> all = Stream.concat(Stream.of(own), others.stream()).toList();
        return new Standing(
                group,
                model,
                own,
                period,
                ranking.median(),
                median,
                ranking.lowest(),
                ranking.highest(),
                direction,
                ranking.rank(),
                ranking.of(),
                quartile(ranking).orElse(null),
                percentile.orElse(null),
                missing,
                Computable.provisional(all),
                words(group, model, ranking, percentile),
                Computable.claims(all));
    }

    private Optional<Integer> quartile(Ranking ranking) {
        OptionalInt quartile = ranking.quartile();
        return others.size() < FEWEST_FOR_QUARTILES || quartile.isEmpty()
                ? Optional.empty()
                : Optional.of(quartile.getAsInt());
    }

    private Optional<Double> percentile() {
        if (others.size() < FEWEST_FOR_PERCENTILES) {
            return Optional.empty();
        }
        double value = own.number();
        boolean low = own.polarity() == Polarity.LOW_IS_GOOD;
        long behind = others.stream()
                .mapToDouble(Observation::number)
                .filter(other -> low ? other > value : other < value)
                .count();
        long level = others.stream()
                .mapToDouble(Observation::number)
                .filter(other -> other == value)
                .count();
        return Optional.of(FigureFormat.exact(100 * (behind + level / 2.0) / others.size()));
    }

    private String words(StandingGroup group, @Nullable String model, Ranking ranking, Optional<Double> percentile) {
        String who = group == StandingGroup.NEIGHBOURS
                ? others.size() + " of " + (others.size() + missing.size()) + " statistical neighbours (model of "
                        + Objects.requireNonNull(model) + ", the newest known)"
                : others.size() + (others.size() == 1 ? " other authority" : " other authorities") + " held here";
        String quartile = quartile(ranking).isPresent()
                ? ranking.quartileWords()
                : own.polarity() == Polarity.NONE
                        ? "No quartile: this measure has no better direction."
                        : "No quartile: fewer than " + FEWEST_FOR_QUARTILES + " others have a figure.";
        String ahead = percentile
                .map(share -> " " + own.areaName() + " is ahead of " + FigureFormat.number(share, 1)
                        + "% of the others, level ones counted half.")
                .orElse("");
        return "Worked out, not published: " + own.areaName() + " and the " + who + " that have a figure for "
                + FigurePeriod.name(own) + " under the same definition. 1 is " + ranking.first()
                + "; ties share the better rank. The median is of the others. " + quartile + ahead + endedWords();
    }

    private String endedWords() {
        return ended.isEmpty()
                ? ""
                : " Among them are authorities that a reorganisation has ended since: "
                        + String.join(", ", ended.subList(0, Math.min(NAMED, ended.size())))
                        + (ended.size() > NAMED ? " and " + (ended.size() - NAMED) + " more" : "") + ".";
    }
}
