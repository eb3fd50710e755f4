package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.mapping.TidyFigure;
import careledger.schema.mapping.TidyFile;
import careledger.schema.mapping.TidyFilter;
import careledger.schema.mapping.YearKind;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import careledger.schema.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The open data convention of the Department for Education. */
final class TidyLayout implements Layout {
    private final Delivery delivery;
    private final TidyFile mapping;
    private final FileReport report;
    private final String source;
    private final FilterWords filters;
    private final PrintedUnits units;
    private final NamedNumbers named;
    private final BesideWords beside;
    private final DuplicateKeys doubles = new DuplicateKeys();
    private final Map<String, Integer> positions = new HashMap<>();
    private final SmallShares shares = new SmallShares();
    private final Set<String> aboutColumns = new HashSet<>();
    private final Set<String> figureColumns;
    private List<String> headers = List.of();

    TidyLayout(Delivery delivery, TidyFile mapping, FileReport report) {
        this.delivery = delivery;
        this.mapping = mapping;
        this.report = report;
        this.source = mapping.source().orElseThrow();
        this.filters = new FilterWords(mapping.filters());
        this.units = new PrintedUnits(mapping.form());
        this.named = new NamedNumbers(mapping.symbols(), mapping.printed());
        this.beside = new BesideWords(named);
        this.figureColumns = mapping.figures().stream().map(TidyFigure::column).collect(Collectors.toSet());
    }

    @Override
    public Optional<RejectionReason> header(TableRow header) {
        List<String> required = new ArrayList<>(mapping.requiredHeaders());
        mapping.filters().forEach(filter -> required.add(filter.column()));
        for (TidyFigure figure : mapping.figures()) {
            required.add(figure.column());
            figure.numerator().ifPresent(required::add);
            figure.denominator().ifPresent(required::add);
            required.addAll(figure.beside().headers());
        }
        mapping.measureColumn().ifPresent(required::add);
        required.addAll(mapping.beside().headers());
        List<String> standard = Stream.concat(TidyFile.REQUIRED.stream(), TidyFile.STANDARD.stream())
                .map(mapping::header)
                .toList();
        List<String> allowed = new ArrayList<>(required);
        Stream.concat(TidyFile.REQUIRED.stream(), TidyFile.STANDARD.stream())
                .filter(column -> !mapping.said(column))
                .map(mapping::header)
                .forEach(allowed::add);
        allowed.removeAll(mapping.constants().keySet());
        mapping.leftOutColumns().forEach(allowed::add);
        allowed.addAll(mapping.ignore().contains("*") ? header.cells() : mapping.ignore());
        for (int i = 0; i < header.cells().size(); i++) {
            positions.put(header.cells().get(i), i);
        }
        headers = header.cells();
        units.headers(headers);
        aboutColumns.addAll(headers);
        aboutColumns.removeIf(column -> mapping.ignore().contains(column)
                || (mapping.ignore().contains("*") && !required.contains(column) && !standard.contains(column)));
        mapping.figures().forEach(figure -> {
            aboutColumns.remove(figure.column());
            figure.numerator().ifPresent(aboutColumns::remove);
            figure.denominator().ifPresent(aboutColumns::remove);
            figure.beside().headers().forEach(aboutColumns::remove);
        });
        mapping.beside().headers().forEach(aboutColumns::remove);
        return HeaderCheck.anyOrder(required, allowed, header.cells());
    }

    @Override
    public void survey(TableRow row) {
        if (row.fault().isEmpty() && row.cells().size() == positions.size()) {
            doubles.add(key(row), used(row).hashCode());
            figures(row).forEach(figure -> shares.add(figure.describe(), text(row, figure.column())));
        }
    }

    @Override
    public void aside(List<String> words) {
        units.aside(words);
    }

    @Override
    public void row(TableRow row) {
        Optional<RejectionReason> fault = RowChecks.fault(row, positions.size());
        if (fault.isPresent()) {
            report.refuseRow(row.line(), fault.get(), mapping.figures().size());
            return;
        }
        int earlier = doubles.contradicted(key(row)) ? 0 : doubles.earlierLine(key(row), row.line());
        if (earlier > 0) {
            report.leftOut(row.line(), "the row says the same as line " + earlier + " in all that is used of it");
            report.rowsLeftOut(1);
            return;
        }
        List<RejectionReason> refusals =
                new ArrayList<>(RowChecks.unclear(row, headers, at -> aboutColumns.contains(headers.get(at))));
        Optional<About> about = about(row, refusals);
        report.refuse(row.line(), refusals);
        int refused = 0;
        if (figures(row).isEmpty()) {
            refuseMeasure(row);
            refused++;
        }
        for (TidyFigure figure : figures(row)) {
            if (!text(row, figure.column()).isBlank()) {
                boolean accepted = about.isPresent() && figure(row, figure, about.get());
                report.cells(accepted, 1);
                refused += accepted ? 0 : 1;
            }
        }
        report.row(about.isPresent() && refused == 0);
    }

    /** The values of a row apart from those that identify it, numbers as numbers: rows that agree in them are duplicates. */
    private List<String> used(TableRow row) {
        List<String> used = new ArrayList<>();
        for (TidyFigure figure : figures(row)) {
            used.add(Numbers.plain(text(row, figure.column())));
            figure.numerator().ifPresent(column -> used.add(Numbers.plain(text(row, column))));
            figure.denominator().ifPresent(column -> used.add(Numbers.plain(text(row, column))));
        }
        return used;
    }

    /** The figures of a row: where a column names the measure, those of its word. */
    private List<TidyFigure> figures(TableRow row) {
        return mapping.measureColumn()
                .map(column -> mapping.figures().stream()
                        .filter(figure -> figure.measure()
                                .equals(Optional.of(text(row, column).strip())))
                        .toList())
                .orElse(mapping.figures());
    }

    private void refuseMeasure(TableRow row) {
        String column = mapping.measureColumn().orElseThrow();
        String word = text(row, column).strip();
        report.refuse(
                row.line(),
                RejectionReason.of(
                        column,
                        word,
                        Rule.INDICATOR_UNKNOWN,
                        "extract.yaml does not say under 'indicatorFrom' what '" + word + "' means."
                                + Nearest.sentence(
                                        word,
                                        mapping.figures().stream()
                                                .flatMap(figure -> figure.measure().stream())
                                                .toList())));
        report.cells(false, 1);
    }

    /** What all the figures of a row are about; empty, with refusals, where that cannot be said. */
    private Optional<About> about(TableRow row, List<RejectionReason> refusals) {
        Optional<TimePeriod> period = period(row, refusals);
        CatalogueLookup words = new CatalogueLookup(delivery, refusals);
        Optional<String> area = mapping.context().area().or(() -> new TidyArea(words, mapping.levels(), refusals)
                .area(column -> standard(row, column)));
        SortedMap<String, String> members =
                filters.members(column -> text(row, column).strip(), words);
        if (doubles.contradicted(key(row))) {
            RowChecks.doubled(doubles, key(row), "The row of", row.line()).ifPresent(refusals::add);
        }
        return refusals.isEmpty()
                ? Optional.of(new About(area.orElseThrow(), period.orElseThrow(), reportingYear(row), members))
                : Optional.empty();
    }

    private Optional<YearKind> reportingYear(TableRow row) {
        return mapping.reportingYear()
                .filter(kind -> mapping.context().period().isEmpty())
                .filter(kind ->
                        standard(row, "time_identifier").orElse("").strip().equalsIgnoreCase("reporting year"));
    }

    private Optional<TimePeriod> period(TableRow row, List<RejectionReason> refusals) {
        if (mapping.context().period().isPresent()) {
            return mapping.context().period();
        }
        String period = standard(row, "time_period").orElse("");
        if (period.isBlank()) {
            refusals.add(RejectionReason.of(
                    "time_period", period, Rule.PERIOD_MISSING, "Found nothing, expected a period."));
            return Optional.empty();
        }
        try {
            return Optional.of(
                    TidyTime.parse(period, standard(row, "time_identifier").orElse(""), mapping.reportingYear()));
        } catch (IllegalArgumentException e) {
            refusals.add(RejectionReason.of("time_period", period, Rule.PERIOD_WRONG, e.getMessage() + "."));
            return Optional.empty();
        }
    }

    /** Hands the claim of one cell over, or what is wrong with it; whether it was accepted. */
    private boolean figure(TableRow row, TidyFigure figure, About about) {
        List<RejectionReason> refusals = new ArrayList<>();
        Indicator indicator = delivery.catalogue().indicator(figure.indicator()).orElseThrow();
        Optional<Amount> amount = amount(row, figure, indicator, refusals);
        List<String> besideIt = amount.map(said -> beside.of(
                        figure.beside().and(mapping.beside()),
                        column -> printed(row, column),
                        said,
                        indicator,
                        figure.scale().or(mapping.context()::scale),
                        refusals))
                .orElse(List.of());
        if (!refusals.isEmpty()) {
            report.refuse(row.line(), refusals);
            return false;
        }
        ClaimKey key = key(figure, about, indicator);
        SourceMapping document = delivery.source(source).orElseThrow();
        Optional<RejectionReason> early =
                Plausibility.beforeItsPeriod(document, key, figure.column(), text(row, figure.column()));
        if (early.isPresent()) {
            report.refuse(row.line(), early.get());
            return false;
        }
        Optional<String> printed = standard(row, "time_period")
                .map(time -> (standard(row, "time_identifier").orElse("") + " " + time).strip());
        Remarks remarks = Remarks.NONE
                .over(mapping.context().notes().with(ObservationColumn.PERIOD_PRINTED, printed))
                .withMarks(
                        mapping.printed().unmarked(text(row, figure.column())).notes())
                .withMarks(besideIt)
                .withGrade(Optional.of(mapping.printed()
                                .unmarked(text(row, figure.column()))
                                .text())
                        .filter(mapping.printed()::grade));
        String locator = mapping.context().locator().map(place -> place + ", ").orElse("")
                + ClaimLocation.describe(mapping.form()) + ", line "
                + row.line() + ", column " + figure.column();
        ClaimLocation place =
                new ClaimLocation(report.path(), row.line(), document, locator, text(row, figure.column()), true);
        String id = key.idIn(source, ClaimLocation.stem(mapping.form()));
        report.accept(Claims.claim(id, place, key, amount.orElseThrow(), remarks, Optional.empty()), figure.column());
        return true;
    }

    private ClaimKey key(TidyFigure figure, About about, Indicator indicator) {
        SortedMap<String, String> members = new TreeMap<>(mapping.context().breakdown());
        members.putAll(figure.breakdown());
        members.putAll(about.members());
        Optional<String> named = figure.definition().or(mapping.context()::definition);
        return ClaimKey.of(
                indicator,
                delivery.definition(indicator, source, named).orElseThrow(),
                about.area(),
                figure.period().orElseGet(() -> about.period(indicator)),
                members,
                figure.valueKind().or(mapping.context()::valueKind).orElse(ValueKind.ACTUAL));
    }

    private Optional<Amount> amount(
            TableRow row, TidyFigure figure, Indicator indicator, List<RejectionReason> refusals) {
        String text = text(row, figure.column());
        ObsStatus symbol = mapping.symbols().get(text.strip());
        if (symbol != null) {
            return Optional.of(Amount.none(symbol));
        }
        Optional<RejectionReason> unclear = unclear(row, figure.column());
        if (unclear.isPresent()) {
            refusals.add(unclear.get());
            return Optional.empty();
        }
        Optional<BigDecimal> scale = figure.scale().or(mapping.context()::scale);
        String plain = UnitSigns.plain(mapping.printed(), text, Optional.of(indicator), scale);
        Optional<Amount> amount = Numbers.read(figure.column(), text, plain, refusals)
                .map(value -> Numbers.scaled(value, scale))
                .map(value -> Amount.of(
                        value, part(row, figure.numerator(), refusals), part(row, figure.denominator(), refusals)));
        amount.ifPresent(said -> said.check(indicator, figure.column(), text, refusals));
        if (amount.isPresent() && indicator.unit() == Unit.PERCENT && scale.isEmpty()) {
            shares.problem(figure.describe(), text).ifPresent(refusals::add);
        }
        if (amount.isPresent() && scale.isEmpty()) {
            units.problem(row, figure.column(), figureColumns, text, indicator).ifPresent(refusals::add);
        }
        return amount;
    }

    /** A numerator or denominator: empty where a symbol stands for it; one that is not there is refused. */
    private Optional<BigDecimal> part(TableRow row, Optional<String> column, List<RejectionReason> refusals) {
        if (column.isEmpty()) {
            return Optional.empty();
        }
        String name = column.get();
        Optional<BigDecimal> scale = mapping.figures().stream()
                .filter(figure -> figure.column().equals(name))
                .flatMap(figure -> figure.scale().stream())
                .findFirst()
                .or(mapping.context()::scale);
        return named.part(printed(row, name), scale, refusals);
    }

    private NamedNumbers.Printed printed(TableRow row, String column) {
        return new NamedNumbers.Printed(column, text(row, column), unclear(row, column));
    }

    private Optional<RejectionReason> unclear(TableRow row, String column) {
        return row.unclear(positions.getOrDefault(column, 0), column);
    }

    /** What identifies a row: its time, place and filters, as printed. */
    private String key(TableRow row) {
        Stream<String> filters =
                Stream.concat(mapping.filters().stream().map(TidyFilter::column), mapping.measureColumn().stream());
        Stream<String> standard = Stream.of(
                "time_period",
                "time_identifier",
                "geographic_level",
                "country_code",
                "region_code",
                "new_la_code",
                "la_name");
        return Stream.concat(
                        standard.map(column -> standard(row, column).orElse("")),
                        filters.map(column -> text(row, column)))
                .filter(text -> !text.isBlank())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }

    /** What a standard column says in a row; empty where the file has none and the mapping says none. */
    private Optional<String> standard(TableRow row, String column) {
        String header = mapping.header(column);
        return Optional.ofNullable(mapping.constants().get(column))
                .or(() -> positions.containsKey(header) ? Optional.of(text(row, header)) : Optional.empty());
    }

    private String text(TableRow row, String column) {
        return row.cells().get(positions.getOrDefault(column, 0));
    }

    /** @param reportingYear what the period is, where it is a reporting year of a kind of its own */
    private record About(
            String area, TimePeriod period, Optional<YearKind> reportingYear, SortedMap<String, String> members) {
        TimePeriod period(Indicator indicator) {
            return reportingYear
                    .map(kind -> kind.kept(period, indicator.timing()))
                    .orElse(period);
        }
    }
}
