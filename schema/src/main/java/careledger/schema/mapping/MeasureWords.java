package careledger.schema.mapping;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Member;
import careledger.schema.observation.ValueKind;
import careledger.schema.text.Nearest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the meaning of one code of a long table, in extract.yaml or in a table of measures. */
final class MeasureWords {
    private static final int MOST_DECIMALS = 6;

    private final Catalogue catalogue;
    private final Optional<YearKind> usual;
    private final Optional<BigDecimal> usualScale;

    /**
     * @param usual kind of year where a measure does not say
     * @param scale of printed values where a measure does not say
     */
    MeasureWords(Catalogue catalogue, Optional<YearKind> usual, Optional<BigDecimal> scale) {
        this.catalogue = catalogue;
        this.usual = usual;
        this.usualScale = scale;
    }

    /** Takes what is wrong under a key. */
    interface Problems {
        void add(String key, String message);
    }

    LongMeasure measure(String code, Map<String, String> said, Problems problems) {
        String id = said.getOrDefault("indicator", "");
        Optional<Indicator> indicator = catalogue.indicator(id);
        if (indicator.isEmpty()) {
            problems.add(
                    "indicator",
                    id.isEmpty()
                            ? "The code '" + code + "' names no indicator."
                            : "There is no indicator '" + id + "'."
                                    + Nearest.sentence(
                                            id,
                                            catalogue.indicators().stream()
                                                    .map(Indicator::id)
                                                    .toList()));
        }
        return new LongMeasure(
                code,
                id,
                breakdown(said.getOrDefault("breakdown", ""), problems),
                present(said, "definition"),
                scale(said, problems),
                decimals(said, indicator, problems),
                year(said, problems),
                read(said, "valueKind", problems, MeasureWords::valueKind),
                present(said, "note"));
    }

    private SortedMap<String, String> breakdown(String printed, Problems problems) {
        SortedMap<String, String> members = new TreeMap<>();
        if (printed.isBlank()) {
            return members;
        }
        for (String pair : printed.split(";", -1)) {
            int equals = pair.indexOf('=');
            String dimension = pair.substring(0, Math.max(equals, 0)).strip();
            String member = pair.substring(equals + 1).strip();
            if (equals < 0 || catalogue.dimension(dimension).isEmpty()) {
                problems.add(
                        "breakdown",
                        "Found '" + pair + "', expected dimension=member with a known dimension."
                                + Nearest.sentence(
                                        dimension,
                                        catalogue.dimensions().stream()
                                                .map(Dimension::id)
                                                .toList()));
                continue;
            }
            Optional<Member> known = catalogue.member(dimension, member);
            if (known.isEmpty()) {
                problems.add(
                        "breakdown",
                        "The dimension '" + dimension + "' has no member '" + member + "'."
                                + Nearest.sentence(member, catalogue.memberNames(dimension)));
            }
            known.filter(one -> !one.total()).ifPresent(one -> members.put(dimension, one.id()));
        }
        return members;
    }

    private Optional<BigDecimal> scale(Map<String, String> said, Problems problems) {
        return read(said, "scale", problems, Scale::parse).or(() -> usualScale);
    }

    private static int decimals(Map<String, String> said, Optional<Indicator> indicator, Problems problems) {
        return read(said, "decimals", problems, text -> {
                    int decimals = Integer.parseInt(text);
                    if (decimals < 0 || decimals > MOST_DECIMALS) {
                        throw new IllegalArgumentException("expected 0 to " + MOST_DECIMALS);
                    }
                    return decimals;
                })
                .orElse(indicator.map(Indicator::decimals).orElse(0));
    }

    private YearKind year(Map<String, String> said, Problems problems) {
        Optional<YearKind> year = read(said, "year", problems, YearKind::parse).or(() -> usual);
        if (year.isEmpty() && present(said, "year").isEmpty()) {
            problems.add(
                    "year",
                    "Nothing says what kind of year its periods are; " + YearKind.GRAMMAR
                            + ", here or as 'year' of the file.");
        }
        return year.orElseGet(() -> YearKind.parse("CALENDAR_YEAR"));
    }

    private static ValueKind valueKind(String text) {
        String constant = text.toUpperCase(Locale.ROOT);
        List<String> known = Arrays.stream(ValueKind.values()).map(Enum::name).toList();
        if (!known.contains(constant)) {
            throw new IllegalArgumentException("expected one of " + String.join(", ", known));
        }
        return ValueKind.valueOf(constant);
    }

    private static <T> Optional<T> read(
            Map<String, String> said, String key, Problems problems, Function<String, T> parser) {
        return present(said, key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (IllegalArgumentException e) {
                problems.add(key, "'" + key + "' is '" + text + "': " + e.getMessage() + ".");
                return Optional.empty();
            }
        });
    }

    private static Optional<String> present(Map<String, String> said, String key) {
        return Optional.ofNullable(said.get(key)).filter(text -> !text.isEmpty());
    }
}
