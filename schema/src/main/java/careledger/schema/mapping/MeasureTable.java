package careledger.schema.mapping;

import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table of measures: a CSV beside extract.yaml with one row a code, whose header is {@link #HEADER} or some of
 * it. Mistakes name the table and the line.
 */
final class MeasureTable {
    static final List<String> HEADER =
            List.of("code", "indicator", "breakdown", "definition", "scale", "decimals", "year", "valueKind", "note");

    /** Replaces bytes that are not UTF-8. */
    private static final char NOT_UTF_8 = '\uFFFD';

    private final String name;
    private final MeasureWords words;
    private final Map<String, LongMeasure> measures = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<YamlProblem> problems = new ArrayList<>();

    /** @param name of the table below the extracts root, for messages */
    MeasureTable(String name, MeasureWords words) {
        this.name = name;
        this.words = words;
    }

    /** By code, in the order of the table. */
    Map<String, LongMeasure> measures() {
        return measures;
    }

    List<YamlProblem> problems() {
        return problems;
    }

    /** The line of a code. */
    int line(String code) {
        return lines.getOrDefault(code, 0);
    }

    MeasureTable read(String text) {
        List<CsvLine> rows = CsvLine.all(text);
        if (rows.isEmpty()) {
            problem(0, "", "The table of measures is empty; its header is " + String.join(",", HEADER) + ".");
            return this;
        }
        if (text.indexOf(NOT_UTF_8) >= 0) {
            problem(0, "", "The table of measures is not UTF-8; save it as UTF-8.");
            return this;
        }
        List<String> header = rows.get(0).cells();
        for (String column : header) {
            if (!HEADER.contains(column)) {
                problem(
                        1,
                        column,
                        "The column '" + column + "' is not known here; known: " + String.join(", ", HEADER) + "."
                                + Nearest.sentence(column, HEADER));
            }
        }
        for (String needed : List.of("code", "indicator")) {
            if (!header.contains(needed)) {
                problem(1, needed, "The column '" + needed + "' is missing.");
            }
        }
        if (problems.isEmpty()) {
            rows.subList(1, rows.size()).forEach(row -> row(header, row));
        }
        return this;
    }

    private void row(List<String> header, CsvLine row) {
        if (row.cells().size() != header.size()) {
            problem(
                    row.line(),
                    "",
                    "Found " + row.cells().size() + " fields, expected " + header.size() + " as in the header.");
            return;
        }
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            said.put(header.get(i), row.cells().get(i).strip());
        }
        String code = said.getOrDefault("code", "");
        Integer before = lines.putIfAbsent(code, row.line());
        if (before != null) {
            problem(row.line(), "code", "The code '" + code + "' is already on line " + before + ".");
            return;
        }
        MeasureWords.Problems into = (key, message) -> problem(row.line(), key, message);
        measures.put(code, words.measure(code, said, into));
    }

    private void problem(int line, String key, String message) {
        problems.add(new YamlProblem(name, line, 0, key, message));
    }
}
