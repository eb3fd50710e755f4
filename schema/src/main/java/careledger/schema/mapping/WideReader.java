package careledger.schema.mapping;

import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        RowLabels labels = labels(entry);
        List<WideColumn> columns = new ArrayList<>();
        entry.maps("columns").forEach(map -> columns.add(column(map, columns.size() + 1)));
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
            entry.problem("label", "Expected nothing after 'period', or one of " + String.join(", ", YEARS) + ".");
        }
        return new RowLabels(RowLabels.Kind.PERIOD, of);
    }

    private WideColumn column(YamlMap map, int position) {
        String header = map.text("header");
        ColumnRole role = map.optionalConstant("is", ColumnRole.class).orElse(ColumnRole.FIGURE);
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
                values(map.map("values"), role),
                map.line("header"));
        map.finish();
        return column;
    }

    private static Map<String, String> values(YamlMap map, ColumnRole role) {
        Map<String, String> values = new HashMap<>();
        for (String printed : map.keys()) {
            if (role == ColumnRole.PERIOD) {
                map.optional(printed, TimePeriod::parse);
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
