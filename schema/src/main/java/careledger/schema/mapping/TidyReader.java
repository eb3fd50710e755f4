package careledger.schema.mapping;

import careledger.schema.catalogue.Member;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the entry of a tidy file. */
final class TidyReader {
    private final MappingVocabulary words;
    private final DefinitionCheck definitions;

    TidyReader(Delivery bare) {
        this.words = new MappingVocabulary(bare.catalogue());
        this.definitions = new DefinitionCheck(bare);
    }

    TidyFile file(YamlMap entry, TableForm form, int line, Optional<String> source) {
        Context context = words.context(entry);
        Map<String, ObsStatus> symbols = new HashMap<>(TidyFile.SYMBOLS);
        symbols.putAll(words.symbols(entry));
        YamlMap from = entry.map("indicatorFrom");
        List<TidyFigure> figures = from.keys().isEmpty() ? figures(entry) : measured(entry, from);
        if (figures.isEmpty()) {
            entry.problem("indicators", "'indicators' names no column with figures.");
        }
        ScaleCheck scales = new ScaleCheck(words.catalogue());
        for (TidyFigure figure : figures) {
            boolean said = figure.scale().or(context::scale).isPresent();
            scales.header(figure.column(), figure.indicator(), said)
                    .ifPresent(problem -> entry.problem("indicators", problem));
            definitions.check(
                    entry,
                    "indicators",
                    source,
                    figure.indicator(),
                    figure.definition().or(context::definition));
        }
        TidyFile file = new TidyFile(
                form,
                line,
                source,
                context,
                filters(entry.map("filters")),
                figures,
                standard(entry, "columns"),
                standard(entry, "constants"),
                new HashSet<>(entry.texts("ignore")),
                symbols,
                MappingVocabulary.printed(entry),
                levels(entry),
                entry.optional("reportingYear", YearKind::parse),
                from.optionalText("column"),
                BesideColumns.read(entry));
        from.finish();
        onlyOnce(entry, file);
        constantOrColumn(entry, file);
        return file;
    }

    List<TidyFilter> filters(YamlMap map) {
        List<TidyFilter> filters = new ArrayList<>();
        for (String column : map.keys()) {
            if (map.holdsKeys(column)) {
                YamlMap said = map.map(column);
                boolean free = said.has("breakdowns") && !said.has("dimension");
                String dimension = free ? "" : said.text("dimension");
                boolean known = !free && words.known(said, "dimension", dimension);
                Optional<String> total = said.optionalText("total");
                Map<String, SortedMap<String, String>> breakdowns = breakdowns(said.map("breakdowns"));
                YamlMap members = said.map("members");
                filters.add(new TidyFilter(
                        column,
                        free ? Optional.empty() : Optional.of(dimension),
                        total,
                        known ? members(members, dimension) : Map.of(),
                        breakdowns));
                said.finish();
            } else {
                words.known(map, column, map.text(column));
                filters.add(
                        new TidyFilter(column, Optional.of(map.text(column)), Optional.empty(), Map.of(), Map.of()));
            }
        }
        return filters;
    }

    private Map<String, SortedMap<String, String>> breakdowns(YamlMap map) {
        Map<String, SortedMap<String, String>> breakdowns = new HashMap<>();
        for (String printed : map.keys()) {
            breakdowns.put(printed, words.members(map.map(printed)));
        }
        return breakdowns;
    }

    /** Standard columns, each with what the mapping says about it. */
    private static Map<String, String> standard(YamlMap entry, String key) {
        List<String> known = new ArrayList<>(TidyFile.REQUIRED);
        known.addAll(TidyFile.STANDARD);
        Map<String, String> said = new HashMap<>();
        YamlMap map = entry.map(key);
        for (String column : map.keys()) {
            if (!known.contains(column)) {
                map.problem(
                        column,
                        "'" + column + "' is no standard column; known: " + String.join(", ", known) + "."
                                + Nearest.sentence(column, known));
            }
            said.put(column, map.text(column));
        }
        return said;
    }

    /** What the file calls the levels that are known. */
    private static Map<String, String> levels(YamlMap entry) {
        Map<String, String> levels = new HashMap<>();
        YamlMap said = entry.map("levels");
        for (String printed : said.keys()) {
            String level = said.text(printed);
            if (!TidyFile.LEVELS.contains(level)) {
                said.problem(
                        printed,
                        "There is no level '" + level + "'; expected one of " + String.join(", ", TidyFile.LEVELS)
                                + ".");
            }
            levels.put(printed.strip().toLowerCase(Locale.ROOT), level);
        }
        return levels;
    }

    /** {@code indicatorFrom: {column: Measure, value: Number, values: {Starts: starts_count}}}. */
    private List<TidyFigure> measured(YamlMap entry, YamlMap from) {
        if (entry.has("indicators")) {
            entry.problem("indicators", "Expected either 'indicators' or 'indicatorFrom', found both.");
        }
        from.text("column");
        String value = from.text("value");
        List<TidyFigure> figures = new ArrayList<>();
        YamlMap values = from.map("values");
        for (String word : values.keys()) {
            figures.add(
                    values.holdsKeys(word)
                            ? figure(value, values.map(word), Optional.of(word.strip()))
                            : plain(value, words.indicator(values, word), Optional.of(word.strip())));
        }
        if (figures.isEmpty()) {
            from.problem("values", "'values' gives no word of the column a meaning, as in {Starts: starts_count}.");
        }
        return figures;
    }

    private static void constantOrColumn(YamlMap entry, TidyFile file) {
        file.constants().keySet().stream()
                .filter(file.called()::containsKey)
                .forEach(column -> entry.problem(
                        "constants", "'" + column + "' is also listed under 'columns'; keep one of the two."));
    }

    private Map<String, String> members(YamlMap map, String dimension) {
        Map<String, String> members = new HashMap<>();
        for (String printed : map.keys()) {
            words.member(map, printed, dimension, map.text(printed))
                    .map(Member::id)
                    .ifPresent(id -> members.put(printed, id));
        }
        return members;
    }

    private List<TidyFigure> figures(YamlMap entry) {
        List<TidyFigure> figures = new ArrayList<>();
        if (entry.holdsList("indicators")) {
            for (String id : entry.texts("indicators")) {
                words.indicatorNamed(entry, "indicators", id);
                figures.add(plain(id, id, Optional.empty()));
            }
            return figures;
        }
        YamlMap map = entry.map("indicators");
        for (String column : map.keys()) {
            figures.add(
                    map.holdsKeys(column)
                            ? figure(column, map.map(column), Optional.empty())
                            : plain(column, words.indicator(map, column), Optional.empty()));
        }
        return figures;
    }

    private TidyFigure figure(String column, YamlMap map, Optional<String> measure) {
        TidyFigure figure = new TidyFigure(
                column,
                words.indicator(map, "indicator"),
                map.optionalText("definition"),
                words.breakdown(map),
                map.optionalText("numerator"),
                map.optionalText("denominator"),
                MappingVocabulary.scale(map),
                map.optional("period", TimePeriod::parse),
                map.optionalConstant("valueKind", ValueKind.class),
                BesideColumns.read(map),
                measure);
        map.finish();
        return figure;
    }

    private static TidyFigure plain(String column, String indicator, Optional<String> measure) {
        return new TidyFigure(
                column,
                indicator,
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BesideColumns.NONE,
                measure);
    }

    private static void onlyOnce(YamlMap entry, TidyFile file) {
        Set<String> seen = new HashSet<>();
        Stream.concat(TidyFile.REQUIRED.stream(), TidyFile.STANDARD.stream())
                .filter(column -> !file.constants().containsKey(column))
                .forEach(column -> seen.add(file.header(column)));
        List<String> named = new ArrayList<>(file.ignore());
        file.filters().forEach(filter -> named.add(filter.column()));
        file.figures().stream().map(TidyFigure::column).distinct().forEach(named::add);
        file.measureColumn().ifPresent(named::add);
        named.addAll(file.beside().headers());
        named.stream()
                .filter(column -> !seen.add(column))
                .forEach(column -> entry.problem(
                        "indicators",
                        "The column '" + column
                                + "' is named twice among standard columns, filters, indicators and ignore."));
    }
}
