package careledger.etl.draft;

import careledger.etl.draft.TableDraft.Part;
import careledger.schema.mapping.TableForm;
import careledger.schema.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a draft as an extract.yaml, each guess with its reason beside it. */
public final class DraftText {
    private static final Map<Character, String> DELIMITERS = Map.of(';', "semicolon", '\t', "tab", '|', "pipe");

    private final StringBuilder text = new StringBuilder();

    private DraftText() {}

    public static String of(DeliveryDraft draft) {
        DraftText text = new DraftText();
        long open = draft.guesses().stream().filter(Guess::open).count();
        text.line(
                0,
                "# A draft made from the files. Fill in every " + YamlFile.UNFINISHED + " (" + open
                        + " places), look at what is called likely,");
        text.line(0, "# then run: careledger etl check. docs/mappings.md explains every key.");
        text.line(0, "sources:");
        draft.sources().forEach(text::source);
        text.line(0, "");
        text.line(0, draft.tables().isEmpty() && draft.unread().isEmpty() ? "files: []" : "files:");
        draft.tables().forEach(text::table);
        draft.unread().forEach(file -> {
            text.line(1, "- file: " + quoted(file.file()) + " # " + oneLine(file.reason()));
            text.line(2, "layout: none");
            text.line(2, "because: " + quoted(YamlFile.UNFINISHED));
        });
        return text.text + CatalogueText.of(draft.drafted());
    }

    private void source(Map<String, Guess> source) {
        line(1, "- id: " + said(source.getOrDefault("id", Guess.unsure(""))));
        source.forEach((key, guess) -> {
            if (!key.equals("id") && !key.startsWith(SourceGuess.DEFINITION)) {
                line(2, key + ": " + said(guess));
            }
        });
        if (source.keySet().stream().anyMatch(key -> key.startsWith(SourceGuess.DEFINITION))) {
            line(2, "definitions:");
            source.forEach((key, guess) -> {
                if (key.startsWith(SourceGuess.DEFINITION)) {
                    line(3, key.substring(SourceGuess.DEFINITION.length()) + ": " + said(guess));
                }
            });
        }
    }

    private void table(TableDraft table) {
        line(0, "");
        form(table.form());
        line(2, "layout: " + said(table.layout()));
        table.keys().forEach((key, guess) -> line(2, key + ": " + (key.equals("cell") ? cells(guess) : said(guess))));
        map("figures", table.whole().figures());
        map("symbols", table.symbols());
        leftOut(table.leftOut());
        if (!table.ignored().isEmpty()) {
            line(
                    2,
                    "ignore: ["
                            + table.ignored().stream().map(DraftText::quoted).collect(Collectors.joining(", "))
                            + "] # likely: they are empty, or say nothing more of a figure");
        }
        filters(table.filters());
        roles(table);
        map(table.roles().isEmpty() ? "indicators" : "measures", table.indicators());
        parts("columns", table.columns());
        parts("rows", table.rows());
    }

    private void form(TableForm form) {
        String file = form.delivered()
                + form.entry().map(entry -> TableForm.INSIDE + entry).orElse("");
        line(1, "- file: " + quoted(file));
        form.sheet().ifPresent(sheet -> line(2, "sheet: " + quoted(sheet)));
        if (!form.encoding().equals(StandardCharsets.UTF_8)) {
            line(2, "encoding: " + form.encoding().name() + " # by its bytes");
        }
        Optional.ofNullable(DELIMITERS.get(form.delimiter())).ifPresent(name -> line(2, "delimiter: " + name));
        if (form.skip() > 0) {
            line(2, "skip: " + form.skip() + " # rows above the header");
        }
        if (form.headerRows() > 1) {
            line(2, "headerRows: " + form.headerRows());
        }
        form.until().ifPresent(until -> line(2, "until: " + quoted(until) + " # notes below the table"));
        if (form.fillMerged()) {
            line(2, "merged: fill # likely: cells are merged downwards; each takes the value");
        }
    }

    private void leftOut(List<TableDraft.LeftOut> leftOut) {
        if (!leftOut.isEmpty()) {
            line(2, "leaveOut:");
            leftOut.forEach(rows -> line(
                    3,
                    "- {column: " + quoted(rows.column()) + ", is: ["
                            + rows.values().stream().map(DraftText::quoted).collect(Collectors.joining(", "))
                            + "], because: "
                            + quoted(rows.because()) + "}"));
        }
    }

    private void filters(Map<String, Part> filters) {
        if (!filters.isEmpty()) {
            line(2, "filters:");
        }
        filters.forEach((column, filter) -> {
            line(3, quoted(column) + ":");
            filter.keys().forEach((key, guess) -> line(4, key + ": " + said(guess)));
            if (!filter.figures().isEmpty()) {
                line(4, "members:");
                filter.figures().forEach((word, guess) -> line(5, quoted(word) + ": " + said(guess)));
            }
        });
    }

    private void roles(TableDraft table) {
        map("columns", table.roles());
        if (!table.limits().isEmpty()) {
            line(3, "limits:");
            table.limits()
                    .forEach((level, pair) ->
                            line(4, quoted(level) + ": [" + quoted(pair.get(0)) + ", " + quoted(pair.get(1)) + "]"));
        }
    }

    private void map(String key, Map<String, Guess> guesses) {
        if (!guesses.isEmpty()) {
            line(2, key + ":");
            guesses.forEach((name, guess) -> line(3, quoted(name) + ": " + said(guess)));
        }
    }

    private void parts(String key, List<Part> parts) {
        if (!parts.isEmpty()) {
            line(2, key + ":");
        }
        for (Part part : parts) {
            line(3, "- " + part.key() + ": " + quoted(part.name()));
            part.keys().forEach((name, guess) -> line(4, name + ": " + said(guess)));
            if (!part.figures().isEmpty()) {
                line(4, "figures:");
                part.figures().forEach((name, guess) -> line(5, name + ": " + said(guess)));
            }
        }
    }

    private static String cells(Guess guess) {
        return Arrays.stream(guess.value().split("\\|"))
                        .map(DraftText::quoted)
                        .collect(Collectors.joining(", ", "[", "]"))
                + " # " + oneLine(guess.reason());
    }

    private static String said(Guess guess) {
        String how =
                switch (guess.confidence()) {
                    case SURE -> "";
                    case LIKELY -> "likely: ";
                    case UNSURE -> "to say: ";
                };
        return (guess.value().equals("{}") ? "{}" : quoted(guess.value())) + " # " + how + oneLine(guess.reason());
    }

    /** A text as YAML reads it back, whatever is in it. */
    static String quoted(String value) {
        boolean bare = value.matches("[A-Za-z][A-Za-z0-9_ .-]*[A-Za-z0-9_]|[A-Za-z]")
                && !value.matches("(?i)true|false|null|yes|no|on|off|y|n");
        boolean day = value.matches("\\d{4}-\\d{2}-\\d{2}");
        return bare || day || value.equals("true")
                ? value
                : '"'
                        + value.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                                .replace("\r", "\\r")
                        + '"';
    }

    private static String oneLine(String reason) {
        return reason.strip().replaceAll("\\s+", " ");
    }

    private void line(int indent, String line) {
        text.append("  ".repeat(indent)).append(line).append('\n');
    }
}
