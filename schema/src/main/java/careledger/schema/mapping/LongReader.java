package careledger.schema.mapping;

import careledger.schema.catalogue.Indicator;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import careledger.schema.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the entry of a long file, and the table of measures beside extract.yaml that it names. */
final class LongReader {
    private static final String CATALOGUE = "catalogue";

    private final Delivery bare;
    private final Map<String, String> tables;
    private final List<YamlProblem> tableProblems;
    private final MappingVocabulary words;
    private final DefinitionCheck definitions;

    /** @param tableProblems takes what is wrong in tables of measures */
    LongReader(Delivery bare, Map<String, String> tables, List<YamlProblem> tableProblems) {
        this.bare = bare;
        this.tables = tables;
        this.tableProblems = tableProblems;
        this.words = new MappingVocabulary(bare.catalogue());
        this.definitions = new DefinitionCheck(bare);
    }

    LongFile file(YamlMap entry, TableForm form, int line, Optional<String> source) {
        Context context = words.context(entry);
        LongColumns columns = columns(entry.map("columns"), context);
        Optional<YearKind> year = entry.optional("year", YearKind::parse);
        Map<String, LongMeasure> measures = measures(entry, year, context, source);
        if (columns.measure().isEmpty() && measures.size() > 1) {
            entry.problem(
                    "columns",
                    "'columns' names no 'measure', and there are several; say which column distinguishes them.");
        }
        LongFile file = new LongFile(
                form,
                line,
                source,
                context,
                columns,
                new TidyReader(bare).filters(entry.map("filters")),
                measures,
                suffixes(entry.map("periods")),
                new HashSet<>(entry.texts("ignore")),
                words.symbols(entry),
                statuses(entry.map("statuses")),
                MappingVocabulary.printed(entry));
        onlyOnce(entry, file);
        return file;
    }

    private static LongColumns columns(YamlMap map, Context context) {
        if (context.period().isPresent() == map.has("period")) {
            map.problem(
                    "period",
                    "Expected the period either in a column or as 'period' of every row, found "
                            + (map.has("period") ? "both." : "neither."));
        }
        LongColumns columns = new LongColumns(
                map.texts("measure"),
                map.texts("areaCode"),
                map.texts("areaName"),
                map.optionalText("period"),
                map.text("value"),
                map.optionalText("count"),
                map.optionalText("base"),
                map.optionalText("status"),
                map.optionalText("breakdown"),
                map.optionalText("valueKind"),
                BesideColumns.read(map));
        map.finish();
        return columns;
    }

    private Map<String, LongMeasure> measures(
            YamlMap entry, Optional<YearKind> year, Context context, Optional<String> source) {
        MeasureWords measureWords = new MeasureWords(bare.catalogue(), year, context.scale());
        if (entry.has("measures") && !entry.holdsKeys("measures")) {
            return entry.text("measures").equals(CATALOGUE)
                    ? ids(context, source)
                    : table(entry, entry.text("measures"), measureWords, context, source);
        }
        Map<String, LongMeasure> measures = new LinkedHashMap<>();
        YamlMap map = entry.map("measures");
        for (String code : map.keys()) {
            LongMeasure measure = inline(map, code, measureWords);
            definitions.check(
                    map, code, source, measure.indicator(), measure.definition().or(context::definition));
            measures.put(code, measure);
        }
        if (measures.isEmpty()) {
            entry.problem("measures", "'measures' gives no code a meaning.");
        }
        return measures;
    }

    /** Each measure that the source can give by its id, as our own exports name it. */
    private Map<String, LongMeasure> ids(Context context, Optional<String> source) {
        MeasureWords plain =
                new MeasureWords(bare.catalogue(), Optional.of(YearKind.parse("FINANCIAL_YEAR")), context.scale());
        Map<String, LongMeasure> measures = new LinkedHashMap<>();
        bare.catalogue().indicators().stream()
                .map(Indicator::id)
                .filter(id ->
                        definitions.problem(source, id, context.definition()).isEmpty())
                .forEach(id -> measures.put(id, plain.measure(id, Map.of("indicator", id), (key, message) -> {})));
        return measures;
    }

    private static LongMeasure inline(YamlMap map, String code, MeasureWords measureWords) {
        if (!map.holdsKeys(code)) {
            return measureWords.measure(
                    code, Map.of("indicator", map.text(code)), (key, message) -> map.problem(code, message));
        }
        YamlMap one = map.map(code);
        Map<String, String> said = new HashMap<>();
        for (String key : MeasureTable.HEADER) {
            if (!key.equals("code")) {
                one.optionalText(key).ifPresent(text -> said.put(key, text));
            }
        }
        LongMeasure measure = measureWords.measure(code, said, one::problem);
        one.finish();
        return measure;
    }

    private Map<String, LongMeasure> table(
            YamlMap entry, String name, MeasureWords measureWords, Context context, Optional<String> source) {
        String text = tables.get(name);
        if (text == null) {
            entry.problem(
                    "measures",
                    "There is no table of measures '" + name + "' beside extract.yaml; its name ends in "
                            + MappingText.TABLE + "." + Nearest.sentence(name, tables.keySet()));
            return Map.of();
        }
        String path = bare.name() + "/" + name;
        MeasureTable table = new MeasureTable(path, measureWords).read(text);
        tableProblems.addAll(table.problems());
        table.measures().values().forEach(measure -> definitions
                .problem(source, measure.indicator(), measure.definition().or(context::definition))
                .ifPresent(message -> tableProblems.add(
                        new YamlProblem(path, table.line(measure.code()), 0, "definition", message))));
        twice(table, path);
        return table.measures();
    }

    /** Two codes that mean the same would give every figure twice. */
    private void twice(MeasureTable table, String path) {
        Map<List<Object>, String> seen = new HashMap<>();
        for (LongMeasure measure : table.measures().values()) {
            List<Object> meaning = List.of(
                    measure.indicator(),
                    measure.breakdown(),
                    measure.definition(),
                    measure.valueKind(),
                    measure.year());
            String before = seen.putIfAbsent(meaning, measure.code());
            if (before != null) {
                tableProblems.add(new YamlProblem(
                        path,
                        table.line(measure.code()),
                        0,
                        "code",
                        "The codes '" + before + "' and '" + measure.code() + "' mean the same: '" + measure.indicator()
                                + "' with the same breakdown."));
            }
        }
    }

    /** {@code "(OT)": Outturn} or {@code "(prov)": {valueKind: PROVISIONAL, note: …}}. */
    private static List<PeriodSuffix> suffixes(YamlMap map) {
        List<PeriodSuffix> suffixes = new ArrayList<>();
        for (String text : map.keys()) {
            if (map.holdsKeys(text)) {
                YamlMap said = map.map(text);
                suffixes.add(new PeriodSuffix(
                        text, said.optionalConstant("valueKind", ValueKind.class), said.optionalText("note")));
                said.finish();
            } else {
                suffixes.add(new PeriodSuffix(text, Optional.empty(), map.optionalText(text)));
            }
        }
        return suffixes;
    }

    private static Map<String, ObsStatus> statuses(YamlMap map) {
        Map<String, ObsStatus> statuses = new HashMap<>();
        map.keys().forEach(code -> statuses.put(code, map.constant(code, ObsStatus.class)));
        return statuses;
    }

    private static void onlyOnce(YamlMap entry, LongFile file) {
        Set<String> seen = new HashSet<>();
        List<String> named = new ArrayList<>(file.columns().headers());
        file.filters().forEach(filter -> named.add(filter.column()));
        named.addAll(file.ignore());
        named.stream()
                .filter(column -> !column.isEmpty() && !seen.add(column))
                .forEach(column -> entry.problem(
                        "columns", "The column '" + column + "' is named twice among columns, filters and ignore."));
    }
}
