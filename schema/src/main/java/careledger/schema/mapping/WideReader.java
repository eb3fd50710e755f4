package careledger.schema.mapping;

import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the entry of a wide table. */
final class WideReader {
    private static final List<String> YEARS =
            List.of(PeriodKind.FINANCIAL_YEAR.name(), PeriodKind.ACADEMIC_YEAR.name(), PeriodKind.CALENDAR_YEAR.name());

    private final MappingVocabulary words;

    WideReader(Delivery bare) {
        this.words = new MappingVocabulary(bare.catalogue());
    }

    WideFile file(YamlMap entry, TableForm form, int line, Optional<String> source) {
        Level level = words.level(entry);
        List<WideColumn> columns = new ArrayList<>();
        entry.maps("columns").forEach(map -> columns.add(column(map, columns.size() + 1)));
        boolean unlabelled = !entry.has("label")
                && columns.stream().noneMatch(column -> column.role() == ColumnRole.LABEL)
                && columns.stream().anyMatch(column -> column.role().describesRow());
        RowLabels labels = unlabelled ? new RowLabels(RowLabels.Kind.COLUMNS, "") : labels(entry);
        List<WideRow> rows = entry.maps("rows").stream().map(this::row).toList();
        return new WideFile(
                form,
                line,
                source,
                level,
                labels,
                words.symbols(entry),
                MappingVocabulary.printed(entry),
                columns,
                rows);
    }

    private RowLabels labels(YamlMap entry) {
        String[] said = entry.optionalText("label").orElse("listed").split(" ", 2);
        String of = said.length > 1 ? said[1].strip() : "";
        return switch (said[0]) {
            case "listed" -> new RowLabels(RowLabels.Kind.LISTED, "");
            case "area" -> new RowLabels(RowLabels.Kind.AREA, "");
            case "period" -> periods(entry, of);
            case "dimension" -> {
                words.known(entry, "label", of);
                yield new RowLabels(RowLabels.Kind.DIMENSION, of);
            }
            default -> {
                entry.problem(
                        "label",
                        "'label' is '" + said[0] + "', expected listed, area, period or dimension."
                                + Nearest.sentence(said[0], List.of("listed", "area", "period", "dimension")));
                yield new RowLabels(RowLabels.Kind.LISTED, "");
            }
        };
    }

    private static RowLabels periods(YamlMap entry, String of) {
        if (!of.isEmpty() && !YEARS.contains(of)) {
            try {
                YearKind.parse(of);
            } catch (IllegalArgumentException e) {
                entry.problem(
                        "label",
                        "After 'period' there may be nothing, or what a printed year is: " + e.getMessage() + ".");
            }
        }
        return new RowLabels(RowLabels.Kind.PERIOD, of);
    }

    private WideColumn column(YamlMap map, int position) {
        String header = map.text("header");
        String[] is = map.optionalText("is").orElse("figure").strip().split(" ", 2);
        ColumnRole role = role(map, is[0]);
        String of = role == ColumnRole.DIMENSION && is.length > 1 ? is[1].strip() : "";
        if (role == ColumnRole.DIMENSION) {
            words.known(map, "is", of);
        } else if (is.length > 1) {
            map.problem("is", "Expected nothing after '" + is[0] + "'; only 'dimension' names one.");
        }
        YamlMap belowMap = map.map("below");
        Optional<Level> below = map.has("below") ? Optional.of(words.level(belowMap)) : Optional.empty();
        belowMap.finish();
        WideColumn column = new WideColumn(
                position,
                header,
                map.optionalText("name").orElse(header),
                role,
                words.level(map),
                below,
                map.optionalText("beside"),
                map.texts("appliesTo"),
                values(map.map("values"), role, of),
                of,
                map.optional("year", YearKind::parse),
                map.flag("fillDown"),
                map.line("header"));
        map.finish();
        return column;
    }

    private static ColumnRole role(YamlMap map, String word) {
        String constant = word.toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> known =
                Arrays.stream(ColumnRole.values()).map(ColumnRole::name).toList();
        if (known.contains(constant)) {
            return ColumnRole.valueOf(constant);
        }
        List<String> words = known.stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        map.problem(
                "is",
                "'is' is '" + word + "', expected one of " + String.join(", ", words) + "."
                        + Nearest.sentence(word, words));
        return ColumnRole.FIGURE;
    }

    private Map<String, String> values(YamlMap map, ColumnRole role, String dimension) {
        Map<String, String> values = new HashMap<>();
        for (String printed : map.keys()) {
            if (role == ColumnRole.PERIOD) {
                map.optional(printed, TimePeriod::parse);
            } else if (role == ColumnRole.INDICATOR) {
                words.indicator(map, printed);
            } else if (role == ColumnRole.VALUE_KIND) {
                map.constant(printed, ValueKind.class);
            } else if (role == ColumnRole.DIMENSION
                    && !map.text(printed).isEmpty()
                    && words.catalogue().dimension(dimension).isPresent()) {
                words.member(map, printed, dimension, map.text(printed));
            }
            values.put(printed, map.text(printed));
        }
        return values;
    }

    private WideRow row(YamlMap map) {
        List<WideRow.Except> excepts = new ArrayList<>();
        for (YamlMap except : map.maps("except")) {
            excepts.add(new WideRow.Except(except.texts("columns"), words.level(except)));
            except.finish();
        }
        WideRow row = new WideRow(
                map.text("label"),
                map.flag("heading"),
                words.level(map),
                map.has("breakdown"),
                excepts,
                map.line("label"));
        map.finish();
        return row;
    }
}
