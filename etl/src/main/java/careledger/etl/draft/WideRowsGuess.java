package careledger.etl.draft;

import careledger.etl.draft.TableDraft.Part;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Guesses what the rows of a table as printed are, and which indicators they hold. */
final class WideRowsGuess {
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("(?:measure|measures|label|item|items|indicator|description|name|category|type|£|%|)");

    private static final Pattern TOTAL =
            Pattern.compile("(?:grand )?totals?|all|year to date|ytd", Pattern.CASE_INSENSITIVE);

    /** Headings over labels that are groups of children or of cases, and not measures. */
    private static final Pattern GROUPS = Pattern.compile(
            "(?:(?!(?:measure|indicator)\\b)[\\w' -]+ )?(?:source|type|kind|reason|category|route|setting|outcome|destination"
                    + "|status|age|age group|age band|ethnicity|ethnic group|gender|sex|nationality|locality|district|team"
                    + "|provider|tier|band|need|disability|language|religion)s?(?: (?:of|for|at|after|on|in) .+)?",
            Pattern.CASE_INSENSITIVE);

    private final Catalogue catalogue;
    private final IndicatorGuess indicators;
    private final NewMeasures measures;
    private final TableBounds look;
    private final TableDraft draft;
    private final int labels;
    private final RowTotals totals;
    private boolean indicatorSaid;
    private boolean bothApart;

    WideRowsGuess(
            Catalogue catalogue,
            IndicatorGuess indicators,
            NewMeasures measures,
            TableBounds look,
            TableDraft draft,
            int labels) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.measures = measures;
        this.look = look;
        this.draft = draft;
        this.labels = labels;
        this.totals = RowTotals.of(look, labels);
    }

    boolean bothApart() {
        return bothApart;
    }

    /** What the row labels are, where they are no areas. */
    Guess label(Set<String> distinct) {
        long sums =
                distinct.stream().filter(word -> TOTAL.matcher(word).matches()).count();
        long periods = distinct.stream()
                .filter(word -> PeriodGuess.of(word).isPresent())
                .count();
        Dimension best = catalogue.dimensions().stream()
                .max(Comparator.comparingLong((Dimension one) -> known(one, distinct))
                        .thenComparing(one -> calledAlike(one, look.header().get(labels))))
                .orElseThrow();
        long known = known(best, distinct);
        if (!distinct.isEmpty() && periods > 0 && periods * 10 >= (distinct.size() - sums) * 9L) {
            boolean school = distinct.stream().anyMatch(word -> word.contains("cademic"));
            return Guess.likely("period " + (school ? "ACADEMIC_YEAR" : "FINANCIAL_YEAR"), "the row labels are years");
        } else if (known * 10 >= distinct.size() * 6L && distinct.size() > 1) {
            return Guess.likely(
                    "dimension " + best.id(), known + " of " + distinct.size() + " row labels are members of it");
        } else if (!totals.parts().isEmpty()) {
            return Guess.likely(
                    "dimension " + dimension(), "the rows add up to a total, so they are parts of one measure");
        } else if (RowTotals.makeHundred(look, labels)) {
            return Guess.likely("dimension " + dimension(), "the rows make 100%, so they are parts of one measure");
        }
        String heading = look.header().get(labels).strip();
        return groups(heading, distinct)
                ? Guess.likely(
                        "dimension " + dimension(),
                        "'" + heading + "' is over groups, so they are parts of one measure")
                : Guess.likely("listed", "the row labels are measures");
    }

    /** Whether the heading says that the rows are groups, and no row is called like a measure. */
    private boolean groups(String heading, Set<String> distinct) {
        return GROUPS.matcher(heading).matches()
                && !SAYS_NOTHING.matcher(heading.toLowerCase(Locale.UK)).matches()
                && distinct.stream().noneMatch(this::called);
    }

    private boolean called(String label) {
        Set<Unit> units = UnitGuess.of(label, List.of());
        return units.size() == 1 || indicators.of(label, units).confidence() == Confidence.SURE;
    }

    /** The id of a new dimension: the heading over the labels, or the name of the table. */
    private String dimension() {
        String header = look.header().get(labels).strip().toLowerCase(Locale.UK);
        return CatalogueDraft.id(SAYS_NOTHING.matcher(header).matches() ? named() : header);
    }

    void draft() {
        String label = draft.said("label");
        if (label.equals("listed")) {
            indicatorSaid = true;
            IntStream.range(0, look.body().size()).forEach(this::listed);
            refuseOneForSeveral();
        } else if (label.startsWith("dimension ")) {
            members(label.substring("dimension ".length()));
        }
    }

    /** Rows that differ are not the same measure: placement orders are not all orders. */
    private void refuseOneForSeveral() {
        Map<String, Long> often = draft.rows().stream()
                .filter(row -> row.keys().containsKey("indicator"))
                .collect(Collectors.groupingBy(row -> row.said("indicator"), Collectors.counting()));
        for (Part row : draft.rows()) {
            String indicator = row.said("indicator");
            Guess guess = row.keys().get("indicator");
            if (guess != null && !guess.open() && often.getOrDefault(indicator, 0L) > 1) {
                row.with(
                        "indicator",
                        Guess.unsure("several rows are like " + indicator
                                + "; name it with the 'breakdown' of each row, or other indicators"));
            }
        }
    }

    /** Rows that a dimension does not know: totals, headings, measures of their own, and new members. */
    private void members(String dimension) {
        boolean bySection =
                Set.copyOf(look.column(labels)).size() < look.column(labels).size();
        String section = "";
        for (int i = 0; i < look.body().size(); i++) {
            TableRow row = look.body().get(i);
            String label = label(row);
            if (label.isEmpty()) {
                continue;
            }
            boolean part = totals.parts().isEmpty() || totals.parts().contains(i);
            if (TableBounds.bare(row)) {
                heading(label);
                section = label;
            } else if (totals.totals().contains(i)) {
                Part total = Part.of("label", label).with("breakdown", Guess.likely("{}", "the sum of the others"));
                draft.rows().add(bySection ? total.with("indicator", single(row, section)) : total);
            } else if (TOTAL.matcher(label).matches() && !totals.parts().contains(i)) {
                draft.rows()
                        .add(Part.of("label", label)
                                .with(
                                        "breakdown",
                                        Guess.unsure(
                                                "{} where it is the total, although the rows do not add up to it")));
            } else if (part) {
                measures.drafted().member(dimension, label);
                if (bySection) {
                    draft.rows().add(Part.of("label", label).with("indicator", single(row, section)));
                }
            } else {
                Part apart = Part.of("label", label).with("breakdown", Guess.likely("{}", "no part of the total"));
                draft.rows().add(apart.with("indicator", single(row, label)));
            }
        }
    }

    private void heading(String label) {
        draft.rows().add(Part.of("label", label).with("heading", Guess.likely("true", "its other cells are empty")));
    }

    private void listed(int at) {
        TableRow row = look.body().get(at);
        String label = label(row);
        if (label.isEmpty()) {
            return;
        } else if (TableBounds.bare(row)) {
            heading(label);
            return;
        }
        Part part = Part.of("label", label);
        draft.rows().add(part);
        List<String> shapes = shapes(row.cells());
        boolean share = UnitGuess.of(label, List.of()).equals(Set.of(Unit.PERCENT));
        boolean apart = !share && shapes.contains("{value}") && shapes.contains("{value}%");
        if (apart || shapes.stream().anyMatch(shape -> shape.contains("{count}"))) {
            bothApart = bothApart || apart;
            both(part, label, row.cells());
        } else {
            part.with("indicator", single(row, label));
        }
    }

    private Guess single(TableRow row, String label) {
        Set<Unit> units = units(label, row.cells());
        return measures.of(indicator(label, units), label, units, row.cells(), onADay());
    }

    private void both(Part part, String words, List<String> cells) {
        Set<Unit> share = Set.of(Unit.PERCENT);
        Guess percent = measures.of(indicator(words, share), words, share, List.of(), onADay());
        part.figures().put("percent", percent);
        Guess sibling = catalogue
                .indicator(percent.value())
                .flatMap(Indicator::sibling)
                .map(id -> Guess.likely(id, "the count of that percentage"))
                .orElseGet(() ->
                        measures.of(indicator(words, Set.of(Unit.COUNT)), words, Set.of(Unit.COUNT), cells, onADay()));
        part.figures().put("count", sibling);
    }

    /** The indicator of a column of figures, where rows are no measures. */
    Guess ofColumn(String measure, List<String> cells, Optional<Guess> period) {
        indicatorSaid = true;
        List<String> shapes = shapes(cells);
        if (shapes.contains("{value}") && shapes.contains("{value}%")) {
            return Guess.unsure("numbers and percentages share a cell; add 'cell' and 'figures' for each");
        }
        Set<Unit> units = units(measure, cells);
        String words =
                SAYS_NOTHING.matcher(measure.strip().toLowerCase(Locale.UK)).matches()
                                || measure.strip().equalsIgnoreCase("value")
                                || measure.strip().equalsIgnoreCase("number")
                        ? named()
                        : measure;
        Guess known = indicators.of(measure, units);
        Guess better = known.open() ? indicators.of(words, units) : known;
        return measures.of(
                better, words, units, cells, period.map(WideRowsGuess::isDay).orElse(onADay()));
    }

    /** The indicator of the whole table, where neither rows nor columns say it. */
    void whole() {
        if (indicatorSaid) {
            return;
        }
        List<String> cells = look.body().stream()
                .flatMap(row -> IntStream.range(0, row.cells().size())
                        .filter(at -> at != labels)
                        .mapToObj(row.cells()::get))
                .filter(cell -> !cell.isBlank())
                .toList();
        if (shapes(cells).stream().anyMatch(shape -> shape.contains("{count}"))) {
            both(draft.whole(), named(), cells);
            return;
        }
        Set<Unit> units = units(named(), cells);
        draft.keys().put("indicator", measures.of(indicators.of(named(), units), named(), units, cells, onADay()));
    }

    private boolean onADay() {
        return draft.columns().stream().anyMatch(column -> isDay(column.said("period")));
    }

    private static boolean isDay(Guess period) {
        return isDay(period.value());
    }

    private static boolean isDay(String period) {
        return period.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static List<String> shapes(List<String> cells) {
        return cells.stream()
                .flatMap(cell -> CellTexts.shape(cell).stream())
                .distinct()
                .toList();
    }

    /** What a row or column is measured in: its own words and cells first, then those of the table. */
    private Set<Unit> units(String words, List<String> cells) {
        Set<Unit> own = UnitGuess.of(words, cells);
        if (own.size() == 1) {
            return own;
        }
        Set<Set<Unit>> ofColumns = IntStream.range(0, look.header().size())
                .filter(at -> at != labels)
                .mapToObj(at -> UnitGuess.of(look.header().get(at), List.of()))
                .collect(Collectors.toSet());
        Set<Unit> alike = ofColumns.size() == 1 ? ofColumns.iterator().next() : Set.of();
        return alike.size() == 1
                ? alike
                : UnitGuess.of(words + " " + look.title() + " " + look.header().get(labels) + " " + stem(), cells);
    }

    /** By the label alone where it is plain, else by the label and what the table is called. */
    private Guess indicator(String label, Set<Unit> units) {
        Guess alone = indicators.of(label, units);
        if (alone.confidence() == Confidence.SURE) {
            return alone;
        }
        Guess inTable = indicators.of(label + " " + named(), units);
        return inTable.open() ? alone : inTable;
    }

    private String label(TableRow row) {
        return labels < row.cells().size() ? row.cells().get(labels).strip() : "";
    }

    private long known(Dimension dimension, Set<String> words) {
        return words.stream()
                .filter(word -> catalogue.member(dimension.id(), word).isPresent())
                .count();
    }

    /** How many words a dimension's id shares with the header above its members. */
    private static long calledAlike(Dimension dimension, String header) {
        Set<String> words = IndicatorGuess.words(header);
        return IndicatorGuess.words(dimension.id().replace('_', ' ')).stream()
                .filter(words::contains)
                .count();
    }

    /** What the table is called, without its period. */
    private String named() {
        return (look.title() + " " + stem())
                .replaceAll("\\b(?:19|20)\\d{2}(?:[ /–-](?:20)?\\d{2})?\\b", " ")
                .strip()
                .replaceAll("\\s+", " ");
    }

    String stem() {
        String file = draft.form()
                .sheet()
                .orElse(draft.form().entry().orElse(draft.form().delivered()));
        return file.substring(file.lastIndexOf('/') + 1)
                .replaceFirst("\\.[A-Za-z.]+$", "")
                .replace('_', ' ');
    }
}
