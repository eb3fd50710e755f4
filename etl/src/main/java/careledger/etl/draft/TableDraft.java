package careledger.etl.draft;

import careledger.schema.mapping.TableForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is guessed of one table, in the keys of its entry in extract.yaml. */
public final class TableDraft {
    private final TableForm form;
    private final Guess layout;
    private final Map<String, Guess> keys = new LinkedHashMap<>();
    private final List<Part> columns = new ArrayList<>();
    private final List<Part> rows = new ArrayList<>();
    private final Map<String, Guess> symbols = new LinkedHashMap<>();
    private final Map<String, Guess> indicators = new LinkedHashMap<>();
    private final Map<String, Part> filters = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Part whole = Part.of("", "");
    private final Map<String, Guess> roles = new LinkedHashMap<>();
    private final Map<String, List<String>> limits = new LinkedHashMap<>();

    TableDraft(TableForm form, Guess layout) {
        this.form = form;
        this.layout = layout;
    }

    /**
     * A column, a row or a filter.
     *
     * @param key that holds its name
     * @param figures by placeholder, where a cell holds more than one
     */
    public record Part(String key, String name, Map<String, Guess> keys, Map<String, Guess> figures) {
        static Part of(String key, String name) {
            return new Part(key, name, new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        String said(String name) {
            Guess guess = keys.get(name);
            return guess == null ? "" : guess.value();
        }

        Part with(String key, Guess guess) {
            keys.put(key, guess);
            return this;
        }
    }

    /** Rows that the layouts cannot take. */
    record LeftOut(String column, List<String> values, String because) {}

    /** What is said under a key for the whole table; nothing where that key is not there. */
    String said(String key) {
        Guess guess = keys.get(key);
        return guess == null ? "" : guess.value();
    }

    public TableForm form() {
        return form;
    }

    public Guess layout() {
        return layout;
    }

    /** What holds for the whole table. */
    public Map<String, Guess> keys() {
        return keys;
    }

    public List<Part> columns() {
        return columns;
    }

    public List<Part> rows() {
        return rows;
    }

    public Map<String, Guess> symbols() {
        return symbols;
    }

    /** Of a tidy file: the indicator of each column. */
    public Map<String, Guess> indicators() {
        return indicators;
    }

    /** Of a tidy file: what each column breaks the figures down by. */
    public Map<String, Part> filters() {
        return filters;
    }

    /** Of a long file: the header of the column in each role. */
    Map<String, Guess> roles() {
        return roles;
    }

    /** Of a long file: the headers of the lower and upper limit, by the level of confidence. */
    Map<String, List<String>> limits() {
        return limits;
    }

    /** Figures of every cell, where a cell holds more than one. */
    Part whole() {
        return whole;
    }

    List<String> ignored() {
        return ignored;
    }

    List<LeftOut> leftOut() {
        return leftOut;
    }

    /** Every guess of the table. */
    Stream<Guess> guesses() {
        Stream<Part> parts = Stream.of(columns.stream(), rows.stream(), filters.values().stream(), Stream.of(whole))
                .flatMap(one -> one);
        return Stream.of(
                        Stream.of(layout),
                        keys.values().stream(),
                        symbols.values().stream(),
                        indicators.values().stream(),
                        roles.values().stream(),
                        parts.flatMap(
                                part -> Stream.concat(part.keys().values().stream(), part.figures().values().stream())))
                .flatMap(one -> one);
    }

    /** Indicators that it names. */
    Stream<String> indicatorsNamed() {
        Stream<Part> parts =
                Stream.of(columns.stream(), rows.stream(), Stream.of(whole)).flatMap(one -> one);
        return Stream.of(
                        Stream.ofNullable(keys.get("indicator")),
                        indicators.values().stream(),
                        parts.flatMap(part -> Stream.concat(
                                Stream.ofNullable(part.keys().get("indicator")), part.figures().values().stream())))
                .flatMap(one -> one)
                .filter(guess -> !guess.open())
                .map(Guess::value)
                .distinct();
    }
}
