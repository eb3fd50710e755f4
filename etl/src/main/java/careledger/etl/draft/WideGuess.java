package careledger.etl.draft;

import careledger.etl.draft.TableDraft.Part;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Dimension;
import careledger.schema.catalogue.FocusArea;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.TableForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Guesses the meaning of the columns and rows of a table as printed. */
final class WideGuess {
    /** Between the words of header rows, as the reader joins them. */
    private static final String LEVELS = " / ";

    private static final Pattern REMARKS =
            Pattern.compile("\\b(comment|note|remark|caveat|commentary)s?\\b", Pattern.CASE_INSENSITIVE);

    private static final Set<Unit> NO_PERCENT = EnumSet.complementOf(EnumSet.of(Unit.PERCENT));

    private final Catalogue catalogue;
    private final IndicatorGuess indicators;
    private final TableBounds look;
    private final TableDraft draft;
    private final int labels;
    private boolean areaSaid;
    private boolean periodSaid;
    private boolean indicatorSaid;
    private boolean bothApart;

    WideGuess(Catalogue catalogue, IndicatorGuess indicators, TableForm form, TableBounds look) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.look = look;
        this.draft = new TableDraft(form, Guess.likely("wide", "a header of words over rows of figures"));
        this.labels = labelColumn();
    }

    TableDraft draft() {
        rowLabels();
        for (int position = 0; position < look.header().size(); position++) {
            draft.columns().add(column(position));
        }
        if (draft.said("label").equals("listed")) {
            rows();
        }
        whole();
        return draft;
    }

    /** The first column of words. */
    private int labelColumn() {
        for (int position = 0; position < look.header().size(); position++) {
            List<String> cells = look.column(position);
            long words = cells.stream()
                    .filter(cell -> !CellTexts.figure(cell) || CellTexts.year(cell))
                    .count();
            if (!cells.isEmpty() && words * 2 > cells.size()) {
                return position;
            }
        }
        return 0;
    }

    private void rowLabels() {
        List<String> words = look.column(labels);
        Set<String> distinct = new LinkedHashSet<>(words);
        long areas = areas(distinct);
        long periods = distinct.stream()
                .filter(word -> PeriodGuess.of(word).isPresent())
                .count();
        Dimension best = catalogue.dimensions().stream()
                .max(Comparator.comparingLong((Dimension one) -> known(one, distinct))
                        .thenComparing(one -> calledAlike(one, look.header().get(labels))))
                .orElseThrow();
        Guess guess;
        if (!distinct.isEmpty() && mostlyAreas(distinct)) {
            guess = Guess.sure("area", areas + " of " + distinct.size() + " row labels are areas");
            areaSaid = true;
        } else if (!distinct.isEmpty() && periods * 10 >= distinct.size() * 9L) {
            boolean school = words.stream().anyMatch(word -> word.contains("cademic"));
            guess = Guess.likely("period " + (school ? "ACADEMIC_YEAR" : "FINANCIAL_YEAR"), "the row labels are years");
            periodSaid = true;
        } else if (known(best, distinct) * 10 >= distinct.size() * 6L && distinct.size() > 1) {
            guess = Guess.likely(
                    "dimension " + best.id(),
                    known(best, distinct) + " of " + distinct.size() + " row labels are members of it");
        } else {
            guess = Guess.likely("listed", "the row labels are measures");
        }
        draft.keys().put("label", guess);
    }

    private boolean mostlyAreas(Collection<String> words) {
        return areas(words) * 10 >= words.size() * 6L;
    }

    private long areas(Collection<String> words) {
        return words.stream().filter(word -> catalogue.area(word).isPresent()).count();
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

    private Part column(int position) {
        String header = look.header().get(position);
        Part column = Part.of("header", header);
        List<String> cells = look.column(position);
        if (position == labels) {
            return column.with("is", Guess.sure("label", "the column of words"));
        } else if (cells.isEmpty()) {
            return column.with("is", Guess.sure("blank", "the column is empty"));
        } else if (CellTexts.allMatch(cells, "[↑↓→←↔⬆⬇➡]+|(higher|lower|no change|same|similar|up|down)\\b.*")) {
            return column.with("is", Guess.sure("direction", "arrows, or words for them"));
        } else if (CellTexts.allMatch(cells, "r|a|g|red|amber|green|n/a") && !CellTexts.allMatch(cells, "n/a")) {
            return column.with("is", Guess.sure("rag", "red, amber, green"));
        } else if (header.toLowerCase(Locale.UK).contains("quartile") && CellTexts.allMatch(cells, "[1-4]|n/a|-")) {
            return column.with("is", Guess.sure("quartile", "its header says so"));
        } else if (CellTexts.allMatch(cells, "q[1-4]( .*)?|(19|20)\\d{2}[-/]\\d{2}")) {
            periodSaid = true;
            return column.with("is", Guess.likely("period", "it holds " + cells.get(0)));
        } else if (position < labels) {
            return column.with("is", Guess.likely("ignore", "numbers before the label"));
        }
        long figures = cells.stream()
                .filter(cell -> CellTexts.figure(cell) || CellTexts.symbol(cell))
                .count();
        if (figures * 2 >= cells.size()) {
            return figures(column, header, position);
        }
        if (draft.said("label").equals("area") && mostlyAreas(cells)) {
            return column.with("is", Guess.likely("ignore", "the areas of the rows again"));
        }
        return REMARKS.matcher(header).find()
                ? column.with("is", Guess.likely("caveat", "its header says so"))
                : column.with("is", Guess.unsure("words: caveat, band, or ignore"));
    }

    /** A column of figures: its header, or one of several above each other, is a period, a place or a measure. */
    private Part figures(Part column, String header, int position) {
        List<String> levels = new ArrayList<>(List.of(header.split(LEVELS)));
        boolean several = levels.size() > 1;
        Optional<Guess> period = taken(levels, PeriodGuess::of);
        period.ifPresent(guess -> {
            periodSaid = true;
            column.with("period", guess);
        });
        Optional<Guess> area = period.isPresent() && !several ? Optional.empty() : taken(levels, this::place);
        area.ifPresent(guess -> {
            areaSaid = true;
            column.with("area", guess);
        });
        boolean nothingSaid = period.isEmpty() && area.isEmpty();
        if (!draft.said("label").equals("listed") && (nothingSaid || (several && !levels.isEmpty()))) {
            String measure = String.join(" ", levels);
            indicatorSaid = true;
            column.with("indicator", mixed(look.column(position)).orElseGet(() -> indicators.of(measure, Set.of())));
        }
        return column;
    }

    /** What the lowest level that says so is about; that level is taken away. */
    private static Optional<Guess> taken(List<String> levels, Function<String, Optional<Guess>> reading) {
        for (int i = levels.size() - 1; i >= 0; i--) {
            Optional<Guess> read = reading.apply(levels.get(i));
            if (read.isPresent()) {
                levels.remove(i);
                return read;
            }
        }
        return Optional.empty();
    }

    private Optional<Guess> place(String words) {
        return catalogue
                .area(words)
                .or(() -> words.toLowerCase(Locale.UK).contains("neighbour")
                        ? catalogue.area("statistical-neighbours")
                        : Optional.empty())
                .map(area -> Guess.sure(area.id(), "the name of " + area.name()));
    }

    private void rows() {
        indicatorSaid = true;
        for (TableRow row : look.body()) {
            String label = labels < row.cells().size() ? row.cells().get(labels).strip() : "";
            if (label.isEmpty()) {
                continue;
            }
            Part part = Part.of("label", label);
            draft.rows().add(part);
            if (TableBounds.bare(row)) {
                part.with("heading", Guess.likely("true", "its other cells are empty"));
                continue;
            }
            List<String> shapes = row.cells().stream()
                    .flatMap(cell -> CellTexts.shape(cell).stream())
                    .distinct()
                    .toList();
            boolean apart = shapes.contains("{value}") && shapes.contains("{value}%");
            if (apart || shapes.stream().anyMatch(shape -> shape.contains("{count}"))) {
                bothApart = bothApart || apart;
                Guess percent = indicator(label, Set.of(Unit.PERCENT));
                part.figures().put("percent", percent);
                part.figures().put("count", sibling(percent, label));
            } else {
                boolean share = shapes.contains("{value}%");
                part.with(
                        "indicator",
                        indicator(label, share ? Set.of(Unit.PERCENT) : shapes.isEmpty() ? Set.of() : units(label)));
            }
        }
    }

    /** Numbers and percentages in one column are two indicators, and only a person can say which row holds which. */
    private static Optional<Guess> mixed(List<String> cells) {
        List<String> shapes =
                cells.stream().flatMap(cell -> CellTexts.shape(cell).stream()).toList();
        return shapes.contains("{value}") && shapes.contains("{value}%")
                ? Optional.of(Guess.unsure("numbers and percentages share a cell; add 'cell' and 'figures' for each"))
                : Optional.empty();
    }

    private static Set<Unit> units(String label) {
        return label.contains("%") || label.toLowerCase(Locale.UK).contains("percent")
                ? Set.of(Unit.PERCENT)
                : NO_PERCENT;
    }

    private Guess sibling(Guess percent, String label) {
        return catalogue
                .indicator(percent.value())
                .flatMap(Indicator::sibling)
                .map(id -> Guess.likely(id, "the count of that percentage"))
                .orElseGet(() -> indicator(label, Set.of(Unit.COUNT)));
    }

    /** By the label alone where it is plain, else by the label and what the table is called. */
    private Guess indicator(String label, Set<Unit> units) {
        Guess alone = indicators.of(label, units);
        if (alone.confidence() == Confidence.SURE) {
            return alone;
        }
        Guess inTable = indicators.of(label + " " + look.title() + " " + stem(), units);
        return inTable.open() ? alone : inTable;
    }

    private void whole() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < look.header().size(); i++) {
            if (draft.columns().get(i).keys().keySet().stream().noneMatch("is"::equals)) {
                all.addAll(look.column(i));
            }
        }
        Set<String> shapes = new LinkedHashSet<>(bothApart ? List.of("{percent}%", "{count}") : List.of());
        List.of("{count} ({percent}%)", "{percent}% ({count})", "{value}%", "£{value}", "{value}")
                .forEach(shape -> {
                    if (all.stream()
                            .anyMatch(cell ->
                                    CellTexts.shape(cell).filter(shape::equals).isPresent())) {
                        shapes.add(shape);
                    }
                });
        if (!shapes.equals(Set.of("{value}")) && !shapes.isEmpty()) {
            draft.keys().put("cell", Guess.sure(String.join("|", shapes), "how its cells are printed"));
        }
        all.stream()
                .filter(CellTexts::symbol)
                .filter(cell -> !CellTexts.figure(cell))
                .distinct()
                .forEach(symbol -> draft.symbols().put(symbol, CellTexts.meaning(symbol)));
        if (!areaSaid) {
            draft.keys().put("area", area());
        }
        if (!periodSaid) {
            draft.keys()
                    .put(
                            "period",
                            PeriodGuess.of(look.title())
                                    .map(guess -> Guess.likely(guess.value(), "the title says '" + look.title() + "'"))
                                    .orElse(Guess.unsure("nothing in the table names a day or year")));
        }
        if (!indicatorSaid) {
            draft.keys().put("indicator", indicators.of((look.title() + " " + stem()).strip(), Set.of()));
        }
    }

    private Guess area() {
        Optional<Area> named = catalogue.areas().stream()
                .filter(area -> area.name().length() > 4 && look.title().contains(area.name()))
                .max(Comparator.comparingInt(area -> area.name().length()));
        return named.map(area -> Guess.likely(area.id(), "the title names " + area.name()))
                .orElse(Guess.likely(FocusArea.standard(), "nothing names a place; the council of this warehouse"));
    }

    private String stem() {
        String file = draft.form()
                .sheet()
                .orElse(draft.form().entry().orElse(draft.form().delivered()));
        return file.substring(file.lastIndexOf('/') + 1)
                .replaceFirst("\\.[A-Za-z.]+$", "")
                .replace('_', ' ');
    }
}
