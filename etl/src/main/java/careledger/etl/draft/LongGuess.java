package careledger.etl.draft;

import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.TableForm;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses the columns of a file with one value a row, such as a download of Fingertips. */
final class LongGuess {
    private static final int MOST_MEASURES = 100;
    private static final String VALUE = "value|values|obs ?value|figure|data ?value|measure ?value";
    private static final String PERIOD =
            "time ?period|period|years?|date|financial ?year|academic ?year|calendar ?year|reporting ?year|time";
    private static final String MEASURE =
            "indicator ?name|indicator|measure|measure ?name|metric|short ?desc|statistic|kpi";
    private static final String AREA_CODE =
            "(?:area|authority|local ?authority|council) ?code|ons ?code|ref ?area|la ?code|gss ?code|geography ?code|ecode";
    private static final String AREA_NAME =
            "area ?name|area|la|la ?name|local ?authority|authority|council|geography|geography ?name|place";
    private static final String COUNT = "count|numerator";
    private static final String BASE = "denominator|base";
    private static final String NOTES = "value ?notes?|notes?|footnotes?|comments?";

    private final Catalogue catalogue;
    private final IndicatorGuess indicators;
    private final NewMeasures measures;
    private final TableBounds look;
    private final TableDraft draft;
    private final Set<Integer> taken = new TreeSet<>();

    private LongGuess(
            Catalogue catalogue, IndicatorGuess indicators, NewMeasures measures, TableForm form, TableBounds look) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.measures = measures;
        this.look = look;
        this.draft =
                new TableDraft(form, Guess.likely("long", "each row has a period, a place or measure, and one value"));
    }

    /** The draft, where the table is long. */
    static Optional<TableDraft> of(
            Catalogue catalogue, IndicatorGuess indicators, NewMeasures measures, TableForm form, TableBounds look) {
        return new LongGuess(catalogue, indicators, measures, form, look).drafted();
    }

    private Optional<TableDraft> drafted() {
        Optional<Integer> value = column("value", VALUE);
        Optional<Integer> period = column("period", PERIOD);
        Optional<Integer> measure = column("measure", MEASURE);
        Optional<Integer> code = column("areaCode", AREA_CODE);
        Optional<Integer> name = column("areaName", AREA_NAME);
        boolean described = measure.isPresent() || code.isPresent() || name.isPresent();
        if (value.isEmpty() || period.isEmpty() || !described || !figures(value.get())) {
            return Optional.empty();
        }
        column("count", COUNT);
        column("base", BASE);
        column("notes", NOTES);
        limits();
        if (code.isEmpty() && name.isEmpty()) {
            draft.keys().put("area", Guess.unsure("no column names a place; the id of the area of all rows"));
        }
        year(period.get());
        measures(measure, value.get());
        rest();
        look.column(value.get()).stream()
                .filter(cell -> !CellTexts.figure(cell))
                .distinct()
                .limit(MOST_MEASURES)
                .forEach(symbol -> draft.symbols().put(symbol, CellTexts.meaning(symbol)));
        blanks(value.get());
        return Optional.of(draft);
    }

    /** A numerator, denominator or limit that is blank beside a value is refused, unless the mapping says what it means. */
    private void blanks(int value) {
        List<String> named = new ArrayList<>();
        Stream.of("count", "base")
                .flatMap(role -> Optional.ofNullable(draft.roles().get(role)).stream())
                .map(Guess::value)
                .forEach(named::add);
        draft.limits().values().forEach(named::addAll);
        List<Integer> columns = named.stream().map(look.header()::indexOf).toList();
        boolean blank = look.body().stream()
                .map(TableRow::cells)
                .filter(cells -> value < cells.size() && CellTexts.figure(cells.get(value)))
                .anyMatch(cells -> columns.stream()
                        .anyMatch(at -> at < cells.size() && cells.get(at).isBlank()));
        if (blank) {
            draft.symbols()
                    .put(
                            "",
                            Guess.likely(
                                    "NOT_AVAILABLE", "blank cells of " + String.join(", ", named) + " beside a value"));
        }
    }

    private Optional<Integer> column(String key, String names) {
        Optional<Integer> found = IntStream.range(0, look.header().size())
                .filter(at -> !taken.contains(at)
                        && header(at).matches(names)
                        && !look.column(at).isEmpty())
                .boxed()
                .findFirst();
        found.ifPresent(at -> {
            taken.add(at);
            draft.roles().put(key, Guess.likely(look.header().get(at), "by its header"));
        });
        return found;
    }

    private boolean figures(int at) {
        List<String> cells = look.column(at);
        long fit = cells.stream()
                .filter(cell -> CellTexts.figure(cell) || CellTexts.symbol(cell))
                .count();
        return !cells.isEmpty() && fit * 10 >= cells.size() * 9L;
    }

    private void limits() {
        for (String level : List.of("95", "99 8")) {
            Optional<Integer> lower = limit("lower", level);
            Optional<Integer> upper = limit("upper", level);
            if (lower.isPresent() && upper.isPresent()) {
                taken.add(lower.get());
                taken.add(upper.get());
                draft.limits()
                        .put(
                                level.replace(' ', '.') + "%",
                                List.of(
                                        look.header().get(lower.get()),
                                        look.header().get(upper.get())));
            }
        }
    }

    private Optional<Integer> limit(String side, String level) {
        return IntStream.range(0, look.header().size())
                .filter(at -> !taken.contains(at))
                .filter(at -> header(at).contains(side) && header(at).matches(".*\\b(?:ci|cl|limit|confidence)\\b.*"))
                .filter(at -> header(at).contains(level)
                        || (level.equals("95") && !header(at).matches(".*\\d.*")))
                .boxed()
                .findFirst();
    }

    private void year(int at) {
        List<String> cells = look.column(at);
        if (cells.stream().anyMatch(CellTexts::year)) {
            draft.keys()
                    .put(
                            "year",
                            Guess.unsure("what a year such as " + cells.get(0)
                                    + " is: FINANCIAL_YEAR, ACADEMIC_YEAR, CALENDAR_YEAR, or 'day 03-31'"));
        } else if (cells.stream().anyMatch(cell -> cell.matches("(19|20)\\d{2}[/-]\\d{2}.*"))) {
            draft.keys().put("year", Guess.likely("FINANCIAL_YEAR", "years such as " + cells.get(0)));
        }
    }

    private void measures(Optional<Integer> measure, int value) {
        Set<String> codes = measure.map(at -> (Set<String>) new LinkedHashSet<>(look.column(at)))
                .orElse(Set.of("value"));
        if (codes.size() > MOST_MEASURES) {
            draft.indicators().put(codes.iterator().next(), Guess.unsure("and each of the others of " + codes.size()));
            return;
        }
        for (String code : codes) {
            List<String> cells = new ArrayList<>();
            look.body().forEach(row -> {
                boolean of = measure.isEmpty()
                        || (measure.get() < row.cells().size()
                                && row.cells().get(measure.get()).strip().equals(code));
                if (of && value < row.cells().size()) {
                    cells.add(row.cells().get(value).strip());
                }
            });
            Set<Unit> units = UnitGuess.of(code + " " + look.title(), cells);
            Guess known = indicators.of(code, units);
            draft.indicators().put(code, measures.of(known, code, units, cells, false));
        }
    }

    /** Columns that are none of these: broken down by, or the same in every row and not wanted. */
    private void rest() {
        for (int at = 0; at < look.header().size(); at++) {
            if (taken.contains(at)) {
                continue;
            }
            String header = look.header().get(at);
            Set<String> words = new LinkedHashSet<>(look.column(at));
            boolean breaksDown =
                    header(at).matches("sex|gender|age|age group|ethnicity|category|breakdown|.*characteristic.*");
            boolean known = words.size() > 1
                    && words.stream().allMatch(word -> catalogue.dimensions().stream()
                            .anyMatch(dimension ->
                                    catalogue.member(dimension.id(), word).isPresent()));
            if (words.size() > 1 && (breaksDown || known)) {
                draft.filters().put(header, TidyGuess.filter(catalogue, header, words));
            } else {
                draft.ignored().add(header);
            }
        }
    }

    private String header(int at) {
        return look.header()
                .get(at)
                .toLowerCase(Locale.UK)
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
