package careledger.schema.mapping;

import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlMap;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads where in a delivered file a table is, the same for every layout. */
final class TableFormReader {
    private static final Map<String, Character> DELIMITERS =
            Map.of("comma", ',', ",", ',', "semicolon", ';', ";", ';', "tab", '\t', "\t", '\t', "pipe", '|', "|", '|');
    private static final List<String> ENCODINGS =
            List.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1");
    private static final int MOST_HEADER_ROWS = 10;

    private final YamlMap entry;

    TableFormReader(YamlMap entry) {
        this.entry = entry;
    }

    TableForm form() {
        String file = entry.text("file");
        String delivered = TableForm.delivered(file);
        Optional<String> inside = file.equals(delivered)
                ? Optional.empty()
                : Optional.of(file.substring(delivered.length() + TableForm.INSIDE.length()));
        inside.filter(String::isBlank)
                .ifPresent(none -> entry.problem("file", "Expected the path of the file inside the zip after '!/'."));
        TableForm form = new TableForm(
                delivered,
                inside,
                sheet(inside.orElse(delivered)),
                entry.optional("range", CellRange::parse),
                entry.optionalText("table"),
                encoding(),
                delimiter(),
                number("skip", 0, Integer.MAX_VALUE),
                number("headerRows", 1, MOST_HEADER_ROWS),
                entry.optionalText("until"),
                merged(),
                entry.optionalConstant("hidden", HiddenCells.class).orElse(HiddenCells.REFUSE),
                leaveOut());
        unfit(form);
        return form;
    }

    /** Whether a file of that name is a workbook. */
    static boolean isWorkbook(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xlsx") || lower.endsWith(".xlsm") || lower.endsWith(".ods");
    }

    private Optional<String> sheet(String name) {
        Optional<String> sheet = entry.optionalText("sheet");
        if (sheet.isPresent() && !isWorkbook(name)) {
            entry.problem("sheet", "Only a workbook (.xlsx, .ods) has sheets; '" + name + "' is none.");
        }
        return sheet;
    }

    private void unfit(TableForm form) {
        boolean workbook = isWorkbook(form.entry().orElse(form.delivered()));
        for (String key : List.of("range", "merged", "hidden")) {
            if (entry.has(key) && !workbook) {
                entry.problem(key, "'" + key + "' is only allowed for workbooks (.xlsx, .ods).");
            }
        }
        for (String key : List.of("encoding", "delimiter")) {
            if (entry.has(key) && workbook) {
                entry.problem(key, "A workbook has no '" + key + "'; take the key out.");
            }
        }
    }

    private Charset encoding() {
        Optional<String> said = entry.optionalText("encoding");
        if (said.isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        Optional<String> known =
                ENCODINGS.stream().filter(said.get()::equalsIgnoreCase).findFirst();
        if (known.isEmpty()) {
            entry.problem(
                    "encoding",
                    "There is no encoding '" + said.get() + "' here; expected one of " + String.join(", ", ENCODINGS)
                            + "." + Nearest.sentence(said.get(), ENCODINGS));
        }
        return Charset.forName(known.orElse("UTF-8"));
    }

    private char delimiter() {
        String said = entry.optionalText("delimiter").orElse("comma");
        Character delimiter = DELIMITERS.get(said);
        if (delimiter == null) {
            entry.problem("delimiter", "'delimiter' is '" + said + "', expected comma, semicolon, tab or pipe.");
            return ',';
        }
        return delimiter;
    }

    private int number(String key, int fewest, int most) {
        int number = entry.optionalInteger(key).orElse(fewest);
        if (number < fewest || number > most) {
            entry.problem(
                    key,
                    "'" + key + "' is " + number + ", expected " + fewest
                            + (most == Integer.MAX_VALUE ? " or more." : " to " + most + "."));
            return fewest;
        }
        return number;
    }

    private boolean merged() {
        Optional<String> said = entry.optionalText("merged");
        said.filter(word -> !word.equals("fill"))
                .ifPresent(word -> entry.problem(
                        "merged",
                        "'merged' is '" + word + "', expected fill: the value of cells merged"
                                + " downwards holds for each of them."));
        return said.isPresent();
    }

    private List<ExcludedRows> leaveOut() {
        List<ExcludedRows> rows = new ArrayList<>();
        for (YamlMap map : entry.maps("leaveOut")) {
            Set<String> is = new HashSet<>(map.texts("is"));
            Set<String> unless = new HashSet<>(map.texts("isNot"));
            if (map.has("is") == map.has("isNot")) {
                map.problem("column", "Expected either 'is' (leave these out) or 'isNot' (leave all others out).");
            }
            rows.add(new ExcludedRows(
                    map.text("column"),
                    is.isEmpty() ? unless : is,
                    map.has("isNot"),
                    map.text("because"),
                    map.line("column")));
            map.finish();
        }
        return rows;
    }
}
