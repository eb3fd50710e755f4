package careledger.etl.draft;

import careledger.etl.draft.TableDraft.Part;
import careledger.schema.catalogue.Area;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.FocusArea;
import careledger.schema.mapping.TableForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Guesses the meaning of the columns and rows of a table as printed. */
final class WideGuess {
    /** Between the words of header rows, as the reader joins them. */
    private static final String LEVELS = " / ";

    private static final Pattern REMARKS =
            Pattern.compile("\\b(comment|note|remark|caveat|commentary)s?\\b", Pattern.CASE_INSENSITIVE);

    /** Words over a column of numbers that only say where a row is. */
    private static final Pattern POSITIONS =
            Pattern.compile("(?:no\\.?|number|rank|ref\\.?|id|code|#|row|line)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIFFERENCE = Pattern.compile(
            "\\b(?:variances?|differences?|change|movement|(?:over|under)[ /-]?(?:under)?[ -]?spend)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Catalogue catalogue;
    private final TableBounds look;
    private final TableDraft draft;
    private final int labels;
    private final WideRowsGuess rows;
    private boolean areaSaid;
    private boolean periodSaid;

    WideGuess(Catalogue catalogue, IndicatorGuess indicators, NewMeasures measures, TableForm form, TableBounds look) {
        this.catalogue = catalogue;
        this.look = look;
        this.draft = new TableDraft(form, Guess.likely("wide", "a header of words over rows of figures"));
        this.labels = labelColumn();
        this.rows = new WideRowsGuess(catalogue, indicators, measures, look, draft, labels);
    }

    TableDraft draft() {
        rowLabels();
        for (int position = 0; position < look.header().size(); position++) {
            draft.columns().add(column(position));
        }
        rows.draft();
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
        Set<String> distinct = new LinkedHashSet<>(look.column(labels));
        if (!distinct.isEmpty() && mostlyAreas(distinct)) {
            areaSaid = true;
            draft.keys()
                    .put(
                            "label",
                            Guess.sure("area", areas(distinct) + " of " + distinct.size() + " row labels are areas"));
            return;
        }
        Guess guess = rows.label(distinct);
        periodSaid = guess.value().startsWith("period");
        draft.keys().put("label", guess);
    }

    private boolean mostlyAreas(Collection<String> words) {
        return areas(words) * 10 >= words.size() * 6L;
    }

    private long areas(Collection<String> words) {
        return words.stream().filter(word -> catalogue.area(word).isPresent()).count();
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
        } else if (position < labels && (POSITIONS.matcher(header.strip()).matches() || counted(cells))) {
            return column.with("is", Guess.likely("ignore", "numbers of the rows, before the label"));
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
                : column.with("is", Guess.unsure(ofWords(cells)));
    }

    private static String ofWords(List<String> cells) {
        return CellTexts.allMatch(cells, "outstanding|good|requires improvement|satisfactory|inadequate")
                ? "grades: a figure, with 'grades: {Outstanding: 1, Good: 2, Requires improvement: 3, Inadequate: 4}'; or"
                        + " band, or ignore"
                : "words: area, dimension and its id, indicator, caveat, band, or ignore";
    }

    /** Whether cells only count the rows: 1, 2, 3. */
    private static boolean counted(List<String> cells) {
        return IntStream.range(0, cells.size())
                .allMatch(at -> cells.get(at).replace(".", "").equals(String.valueOf(at + 1)));
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
        Optional<Guess> area = period.isPresent() && !several ? named(header) : taken(levels, this::place);
        area.ifPresent(guess -> {
            areaSaid = true;
            column.with("area", guess);
        });
        boolean nothingSaid = period.isEmpty() && area.isEmpty();
        if (!draft.said("label").equals("listed") && (nothingSaid || (several && !levels.isEmpty()))) {
            String measure = String.join(" ", levels);
            column.with("indicator", rows.ofColumn(measure, look.column(position), period));
        }
        UnitGuess.scale(header).ifPresent(scale -> column.with("scale", scale));
        if (DIFFERENCE.matcher(header).find()) {
            column.with(
                    "is",
                    Guess.unsure("a difference is another measure: ignore, or figure with an 'indicator' of its own"));
        }
        kind(header).ifPresent(kind -> column.with("valueKind", kind));
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

    /** A place that is named beside a period: {@code England 2015/16}. */
    private Optional<Guess> named(String header) {
        String words = " " + header.replaceAll("[^\\p{L}]+", " ") + " ";
        return catalogue.areas().stream()
                .filter(area -> area.name().length() > 4 && words.contains(" " + area.name() + " "))
                .max(Comparator.comparingInt(area -> area.name().length()))
                .map(area -> Guess.likely(area.id(), "its header names " + area.name()))
                .or(() -> words.toLowerCase(Locale.UK).contains("neighbour") ? place(header) : Optional.empty());
    }

    private Optional<Guess> place(String words) {
        return catalogue
                .area(words)
                .or(() -> words.toLowerCase(Locale.UK).contains("neighbour")
                        ? catalogue.area("statistical-neighbours")
                        : Optional.empty())
                .map(area -> Guess.sure(area.id(), "the name of " + area.name()));
    }

    /** The kind of value that a heading names. */
    private static Optional<Guess> kind(String header) {
        String words = header.toLowerCase(Locale.UK);
        if (words.matches(".*\\b(?:budget|forecast|planned|projected|projection)\\b.*")) {
            return Optional.of(Guess.likely("FORECAST", "its header says so"));
        } else if (words.matches(".*\\btargets?\\b.*")) {
            return Optional.of(Guess.likely("TARGET", "its header says so"));
        }
        return words.matches(".*\\bprov(?:isional)?\\b.*")
                ? Optional.of(Guess.likely("PROVISIONAL", "its header says so"))
                : Optional.empty();
    }

    private void whole() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < look.header().size(); i++) {
            if (draft.columns().get(i).keys().keySet().stream().noneMatch("is"::equals)) {
                all.addAll(look.column(i));
            }
        }
        Set<String> shapes = new LinkedHashSet<>(rows.bothApart() ? List.of("{percent}%", "{count}") : List.of());
        CellTexts.everyShape().forEach(shape -> {
            if (all.stream()
                    .anyMatch(
                            cell -> CellTexts.shape(cell).filter(shape::equals).isPresent())) {
                shapes.add(shape);
            }
        });
        if (!shapes.equals(Set.of("{value}")) && !shapes.isEmpty()) {
            draft.keys().put("cell", Guess.sure(String.join("|", shapes), "how its cells are printed"));
        }
        if (all.stream().anyMatch(CellTexts::negative)) {
            draft.keys().put("negative", Guess.likely("brackets", "numbers in brackets are less than nothing"));
        }
        scale(shapes).ifPresent(scale -> draft.keys().put("scale", scale));
        all.stream()
                .filter(CellTexts::symbol)
                .filter(cell -> !CellTexts.figure(cell))
                .distinct()
                .forEach(symbol -> draft.symbols().put(symbol, CellTexts.meaning(symbol)));
        if (!areaSaid) {
            draft.keys().put("area", area());
        }
        if (!periodSaid) {
            draft.keys().put("period", period());
        }
        rows.whole();
    }

    private Optional<Guess> scale(Set<String> shapes) {
        if (shapes.contains("£{value}m") || shapes.contains("£{value}k")) {
            return Optional.of(
                    shapes.contains("£{value}m")
                            ? Guess.likely("million", "the cells say m")
                            : Guess.likely("thousand", "the cells say k"));
        }
        boolean said = draft.columns().stream().anyMatch(column -> column.keys().containsKey("scale"));
        return said
                ? Optional.empty()
                : UnitGuess.scale(look.title() + " " + look.header().get(labels));
    }

    /** That of the title, of the heading over the labels, or of the file's name. */
    private Guess period() {
        return PeriodGuess.of(look.title())
                .map(guess -> Guess.likely(guess.value(), "the title says '" + look.title() + "'"))
                .or(() -> PeriodGuess.of(look.header().get(labels))
                        .map(guess -> Guess.likely(guess.value(), "the heading over the labels says so")))
                .or(() -> PeriodGuess.ofName(rows.stem()))
                .orElse(Guess.unsure("nothing in the table names a day or year"));
    }

    private Guess area() {
        Optional<Area> named = catalogue.areas().stream()
                .filter(area -> area.name().length() > 4 && look.title().contains(area.name()))
                .max(Comparator.comparingInt(area -> area.name().length()));
        return named.map(area -> Guess.likely(area.id(), "the title names " + area.name()))
                .orElse(Guess.likely(FocusArea.standard(), "nothing names a place; the council of this warehouse"));
    }
}
