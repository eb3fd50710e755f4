package careledger.etl.draft;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Guesses the indicator that printed words name: by the words that they share with its title, its definitions, the words
 * of documents and its synonyms, rare words counting more.
 */
final class IndicatorGuess {
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "of", "in", "and", "a", "an", "to", "for", "with", "at", "as", "by", "on", "or", "their", "who",
            "is", "are", "was", "were", "that", "from", "no", "total");
    private static final Set<String> COMPARING = Set.of(
            "within", "over", "under", "above", "below", "inside", "outside", "more", "fewer", "less", "not",
            "without");
    private static final double SURE = 0.93;
    private static final double LIKELY = 0.62;
    private static final double MARGIN = 0.08;
    /** From here on a person should look whether it is the same. */
    private static final double NEAR = 0.4;

    private final Catalogue catalogue;
    private final Map<String, Integer> frequency = new HashMap<>();
    private final List<Wording> wordings = new ArrayList<>();

    IndicatorGuess(Catalogue catalogue) {
        this.catalogue = catalogue;
        for (Indicator indicator : catalogue.indicators()) {
            add(indicator, indicator.title());
            add(indicator, indicator.id().replace('_', ' '));
            indicator.definitions().forEach(definition -> definition.wordings().values().stream()
                    .map(String::valueOf)
                    .forEach(wording -> add(indicator, wording)));
        }
        for (Indicator indicator : catalogue.indicators()) {
            wordings.stream()
                    .filter(wording -> wording.indicator().equals(indicator))
                    .flatMap(wording -> wording.words().stream())
                    .distinct()
                    .forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
    }

    private record Wording(Indicator indicator, String text, Set<String> words) {}

    private record Scored(Indicator indicator, double score) {}

    /** @param units those that the cells can be; none where nothing is known of them */
    Guess of(String printed, Set<Unit> units) {
        if (catalogue.indicator(printed.strip()).isPresent()) {
            return Guess.sure(printed.strip(), "the id of an indicator");
        }
        List<Scored> best = scored(printed, units);
        if (best.isEmpty()) {
            return Guess.unsure("no indicator of the catalogue is like '" + printed + "'");
        }
        Scored first = best.get(0);
        double second = best.size() > 1 ? best.get(1).score() : 0;
        String id = first.indicator().id();
        String title = "'" + first.indicator().title() + "'";
        if (first.score() >= SURE && first.score() - second >= MARGIN / 2) {
            return Guess.sure(id, "printed like " + title);
        } else if (first.score() >= LIKELY && first.score() - second >= MARGIN) {
            return Guess.likely(id, "near to " + title);
        }
        return Guess.unsure("near are "
                + best.stream().limit(3).map(one -> one.indicator().id()).collect(Collectors.joining(", ")));
    }

    /** Whether no indicator is like the words at all, so that it must be a new one. */
    boolean unlike(String printed, Set<Unit> units) {
        String own = printed.replaceAll("(?i)per 1[0-9,]*|%|percentage of|\\brate of\\b", " ")
                .strip();
        List<Scored> best = scored(own.isEmpty() ? printed : own, units);
        return catalogue.indicator(printed.strip()).isEmpty()
                && (best.isEmpty() || best.get(0).score() < NEAR);
    }

    private List<Scored> scored(String printed, Set<Unit> units) {
        Set<String> asked = words(printed);
        Map<Indicator, Double> scores = new HashMap<>();
        for (Wording wording : wordings) {
            if (units.isEmpty() || units.contains(wording.indicator().unit().printed())) {
                double score = opposite(asked, wording.words())
                        ? Math.min(alike(asked, wording.words()), LIKELY - MARGIN)
                        : alike(asked, wording.words());
                if (score > 0.3) {
                    scores.merge(wording.indicator(), score, Math::max);
                }
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Scored(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(one -> one.indicator()
                        .id()))
                .toList();
    }

    /** Twice the weight of the words that both have, against the weight of all. */
    private double alike(Set<String> asked, Set<String> known) {
        double both =
                asked.stream().filter(known::contains).mapToDouble(this::weight).sum();
        double all = asked.stream().mapToDouble(this::weight).sum()
                + known.stream().mapToDouble(this::weight).sum();
        return all == 0 ? 0 : 2 * both / all;
    }

    /** Whether both compare with something, and not in the same way: within 20 miles, more than 20 miles. */
    private static boolean opposite(Set<String> asked, Set<String> known) {
        Set<String> compared = new HashSet<>(asked);
        compared.retainAll(COMPARING);
        Set<String> other = new HashSet<>(known);
        other.retainAll(COMPARING);
        return !compared.isEmpty() && !other.isEmpty() && Collections.disjoint(compared, other);
    }

    private double weight(String word) {
        return 1 / (1 + Math.log(1 + frequency.getOrDefault(word, 0)));
    }

    private void add(Indicator indicator, String text) {
        wordings.add(new Wording(indicator, text, words(text)));
    }

    static Set<String> words(String text) {
        String plain = text.toLowerCase(Locale.UK)
                .replace("%", " percent ")
                .replace("&", " and ")
                .replaceAll("\\b(pct|percentage|per cent)\\b", "percent")
                .replaceAll("\\b(looked after children|children looked after|cla|lac|cic)\\b", "children in care")
                .replaceAll("\\bno\\.", "number")
                .replaceAll("\\bcount\\b", "number");
        return Arrays.stream(plain.split("[^a-z0-9+]+"))
                .filter(word -> word.length() > 1 || word.matches("[0-9]"))
                .filter(word -> !EMPTY_WORDS.contains(word))
                .map(word -> word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
