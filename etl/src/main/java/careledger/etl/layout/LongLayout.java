package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.LongColumns;
import careledger.schema.mapping.LongFile;
import careledger.schema.mapping.LongMeasure;
import careledger.schema.mapping.PrintedPeriod;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.mapping.TidyFilter;
import careledger.schema.mapping.YearKind;
import careledger.schema.observation.Breakdown;
import careledger.schema.observation.ObsStatus;
import careledger.schema.observation.ValueKind;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One value a row: other columns say the measure, the place and the period. */
final class LongLayout implements Layout {
    private final Delivery delivery;
    private final LongFile mapping;
    private final LongColumns columns;
    private final FileReport report;
    private final String source;
    private final DuplicateKeys doubles = new DuplicateKeys();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Optional<String>> areas = new HashMap<>();
    private final Map<YearKind, Map<String, PrintedPeriod>> periods = new HashMap<>();
    private final LongNotes notes;
    private final PrintedUnits units;
    private final NamedNumbers named;
    private final BesideWords beside;
    private final FilterWords filters;
    private final SmallShares shares = new SmallShares();
    private final Set<String> unscaled;
    private List<String> mapped = List.of();
    private List<String> headers = List.of();
    private int repeated;

    LongLayout(Delivery delivery, LongFile mapping, FileReport report) {
        this.delivery = delivery;
        this.mapping = mapping;
        this.columns = mapping.columns();
        this.report = report;
        this.source = mapping.source().orElseThrow();
        this.notes = new LongNotes(mapping);
        this.units = new PrintedUnits(mapping.form());
        this.named = new NamedNumbers(mapping.symbols(), mapping.printed());
        this.beside = new BesideWords(named);
        this.filters = new FilterWords(mapping.filters());
        this.unscaled = mapping.measures().values().stream()
                .filter(measure -> measure.said().isEmpty())
                .filter(measure -> delivery.catalogue()
                        .indicator(measure.indicator())
                        .filter(indicator -> indicator.unit() == Unit.PERCENT)
                        .isPresent())
                .map(LongMeasure::code)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<RejectionReason> header(TableRow header) {
        List<String> required = new ArrayList<>(columns.headers());
        mapping.filters().forEach(filter -> required.add(filter.column()));
        List<String> allowed = new ArrayList<>(required);
        mapping.form().leaveOut().forEach(rows -> allowed.add(rows.column()));
        allowed.addAll(mapping.ignore().contains("*") ? header.cells() : mapping.ignore());
        for (int i = 0; i < header.cells().size(); i++) {
            positions.put(header.cells().get(i), i);
        }
        mapped = List.copyOf(required);
        headers = header.cells();
        units.headers(headers);
        return HeaderCheck.anyOrder(required, allowed, header.cells());
    }

    @Override
    public void survey(TableRow row) {
        if (row.fault().isEmpty() && row.cells().size() == positions.size()) {
            doubles.add(key(row), contents(row));
            measured(row)
                    .filter(measure -> unscaled.contains(measure.code()))
                    .ifPresent(measure -> shares.add(measure.code(), text(row, columns.value())));
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
            report.refuseRow(row.line(), fault.get(), 1);
            return;
        }
        String key = key(row);
        int earlier = doubles.earlierLine(key, row.line());
        if (earlier > 0 && !doubles.contradicted(key)) {
            repeated++;
            return;
        }
        if (text(row, columns.value()).isBlank() && columns.status().isEmpty()) {
            report.row(true);
            return;
        }
        List<RejectionReason> refusals = new ArrayList<>();
        if (doubles.contradicted(key)) {
            refusals.add(new RejectionReason(
                    Optional.empty(),
                    Optional.of(key),
                    Rule.CLAIM_DOUBLE,
                    "The row of '" + key + "' is in this file more than once with different values; none of them is"
                            + " taken."));
        }
        refusals.addAll(RowChecks.unclear(row, headers, at -> mapped.contains(headers.get(at))));
        boolean accepted = refusals.isEmpty() && figure(row, refusals);
        report.refuse(row.line(), refusals);
        report.row(accepted);
        report.cells(accepted, 1);
    }

    @Override
    public void finish() {
        if (repeated > 0) {
            report.leftOut(0, repeated + (repeated == 1 ? " row repeats" : " rows repeat") + " an earlier row exactly");
            report.rowsLeftOut(repeated);
        }
    }

    private boolean figure(TableRow row, List<RejectionReason> refusals) {
        Optional<LongMeasure> measure = measure(row, refusals);
        Optional<String> area = area(row, refusals);
        Optional<PrintedPeriod> period = measure.flatMap(one -> period(row, one.year(), refusals));
        CatalogueLookup words = new CatalogueLookup(delivery, refusals);
        SortedMap<String, String> members =
                new TreeMap<>(filters.members(column -> text(row, column).strip(), words));
        columns.breakdown()
                .filter(column ->
                        !Breakdown.TOTAL.id().equalsIgnoreCase(text(row, column).strip()))
                .ifPresent(column -> members.putAll(words.breakdown(column, text(row, column))));
        Optional<ValueKind> kind = columns.valueKind()
                .filter(column -> !text(row, column).isBlank())
                .flatMap(column -> words.constant(column, text(row, column).strip(), ValueKind.class));
        if (measure.isEmpty()) {
            return false;
        }
        Indicator indicator =
                delivery.catalogue().indicator(measure.get().indicator()).orElseThrow();
        Optional<Amount> amount = amount(row, measure.get(), indicator, refusals);
        List<String> besideIt = amount.map(said -> beside.of(
                        columns.beside(),
                        column -> printed(row, column),
                        said,
                        indicator,
                        measure.get().said(),
                        refusals))
                .orElse(List.of());
        if (!refusals.isEmpty()) {
            return false;
        }
        ClaimKey key = key(measure.get(), indicator, area.orElseThrow(), period.orElseThrow(), members, kind);
        SourceMapping document = delivery.source(source).orElseThrow();
        Optional<RejectionReason> early =
                Plausibility.beforeItsPeriod(document, key, columns.value(), text(row, columns.value()));
        if (early.isPresent()) {
            refusals.add(early.get());
            return false;
        }
        String code = columns.measure().isEmpty() ? "" : ", " + code(row);
        String locator = mapping.context().locator().map(place -> place + ", ").orElse("")
                + ClaimLocation.describe(mapping.form()) + ", line " + row.line() + code;
        ClaimLocation place =
                new ClaimLocation(report.path(), row.line(), document, locator, text(row, columns.value()), true);
        String id = key.idIn(source, ClaimLocation.stem(mapping.form()));
        Remarks remarks = notes.of(
                        besideIt,
                        measure.get(),
                        columns.period().map(column -> text(row, column).strip()),
                        period.get())
                .withMarks(
                        mapping.printed().unmarked(text(row, columns.value())).notes())
                .withGrade(grade(row));
        report.accept(Claims.claim(id, place, key, amount.orElseThrow(), remarks, Optional.empty()), columns.value());
        return true;
    }

    private Optional<String> grade(TableRow row) {
        String text = mapping.printed().unmarked(text(row, columns.value())).text();
        return mapping.printed().grade(text) ? Optional.of(text) : Optional.empty();
    }

    /** What the row measures, as far as the mapping knows its code. */
    private Optional<LongMeasure> measured(TableRow row) {
        return columns.measure().isEmpty()
                ? mapping.measures().values().stream().findFirst()
                : mapping.measure(code(row)).or(() -> mapping.measure(code(row).strip()));
    }

    private Optional<LongMeasure> measure(TableRow row, List<RejectionReason> refusals) {
        if (columns.measure().isEmpty()) {
            return mapping.measures().values().stream().findFirst();
        }
        String column = columns.measure().get(0);
        String code = code(row);
        Optional<LongMeasure> measure = measured(row);
        if (measure.isEmpty()) {
            refusals.add(RejectionReason.of(
                    column,
                    code,
                    Rule.INDICATOR_UNKNOWN,
                    "The mapping does not say what the measure '" + code + "' means."
                            + Nearest.sentence(code, mapping.measures().keySet())));
        }
        return measure;
    }

    /** By code, and where there is none by name; what is not known is looked up again, since each refusal says so. */
    private Optional<String> area(TableRow row, List<RejectionReason> refusals) {
        String code = first(row, columns.areaCode());
        String name = first(row, columns.areaName());
        if (mapping.context().area().isPresent() && code.isEmpty() && name.isEmpty()) {
            return mapping.context().area();
        }
        Optional<String> known = areas.get(code + "\t" + name);
        if (known != null && known.isPresent()) {
            return known;
        }
        CatalogueLookup words = new CatalogueLookup(delivery, refusals);
        Optional<String> area = code.isEmpty()
                ? words.area(areaColumn(), name)
                : words.areaByCode(columns.areaCode().get(0), code, name);
        areas.put(code + "\t" + name, area);
        return area;
    }

    private String areaColumn() {
        return Stream.of(
                        columns.areaName(),
                        columns.areaCode(),
                        columns.period().stream().toList())
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private String first(TableRow row, List<String> candidates) {
        for (String column : candidates) {
            String text = text(row, column).strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private String code(TableRow row) {
        List<String> made = columns.measure();
        return made.size() == 1
                ? text(row, made.get(0))
                : made.stream()
                        .map(column -> text(row, column).strip())
                        .collect(Collectors.joining(LongColumns.BETWEEN));
    }

    private Optional<PrintedPeriod> period(TableRow row, YearKind year, List<RejectionReason> refusals) {
        if (columns.period().isEmpty()) {
            return mapping.context().period().map(said -> new PrintedPeriod(said, Optional.empty()));
        }
        String column = columns.period().get();
        String printed = text(row, column).strip();
        if (printed.isEmpty()) {
            refusals.add(RejectionReason.of(column, printed, Rule.PERIOD_MISSING, "Found nothing, expected a period."));
            return Optional.empty();
        }
        Map<String, PrintedPeriod> known = periods.computeIfAbsent(year, kind -> new HashMap<>());
        try {
            return Optional.of(
                    known.computeIfAbsent(printed, text -> PrintedPeriod.parse(text, year, mapping.suffixes())));
        } catch (IllegalArgumentException e) {
            refusals.add(RejectionReason.of(column, printed, Rule.PERIOD_WRONG, e.getMessage() + "."));
            return Optional.empty();
        }
    }

    private Optional<Amount> amount(
            TableRow row, LongMeasure measure, Indicator indicator, List<RejectionReason> refusals) {
        Optional<ObsStatus> status = status(row, refusals);
        if (status.filter(one -> one != ObsStatus.NORMAL).isPresent()) {
            return status.map(Amount::none);
        }
        String text = text(row, columns.value()).strip();
        ObsStatus symbol = text.isEmpty() ? null : mapping.symbols().get(text);
        if (symbol != null) {
            return Optional.of(Amount.none(symbol));
        }
        Optional<Amount> amount = FloatText.read(
                        columns.value(),
                        text,
                        UnitSigns.plain(mapping.printed(), text, Optional.of(indicator), measure.said()),
                        measure.scale(),
                        measure.decimals(),
                        refusals)
                .map(value ->
                        Amount.of(value, part(row, columns.count(), refusals), part(row, columns.base(), refusals)));
        amount.ifPresent(said -> said.check(indicator, columns.value(), text, refusals));
        if (amount.isPresent()
                && indicator.unit() == Unit.PERCENT
                && measure.said().isEmpty()) {
            shares.problem(measure.code(), text).ifPresent(refusals::add);
        }
        if (amount.isPresent() && measure.said().isEmpty()) {
            units.problem(row, columns.value(), Set.of(), text, indicator).ifPresent(refusals::add);
        }
        return amount;
    }

    private Optional<ObsStatus> status(TableRow row, List<RejectionReason> refusals) {
        if (columns.status().isEmpty()) {
            return Optional.empty();
        }
        String column = columns.status().get();
        String code = text(row, column).strip();
        ObsStatus status = mapping.statuses().isEmpty()
                ? words(refusals).constant(column, code, ObsStatus.class).orElse(null)
                : mapping.statuses().get(code);
        if (mapping.statuses().isEmpty()) {
            return Optional.ofNullable(status);
        }
        if (status == null && !code.isEmpty()) {
            refusals.add(RejectionReason.of(
                    column,
                    code,
                    Rule.CODE_UNKNOWN,
                    "The mapping does not say under 'statuses' what '" + code + "' means."
                            + Nearest.sentence(code, mapping.statuses().keySet())));
        }
        return Optional.ofNullable(status);
    }

    private CatalogueLookup words(List<RejectionReason> refusals) {
        return new CatalogueLookup(delivery, refusals);
    }

    private Optional<BigDecimal> part(TableRow row, Optional<String> column, List<RejectionReason> refusals) {
        return column.flatMap(name -> named.part(printed(row, name), Optional.empty(), refusals));
    }

    private NamedNumbers.Printed printed(TableRow row, String column) {
        int at = positions.getOrDefault(column, 0);
        return new NamedNumbers.Printed(column, text(row, column), row.unclear(at, column));
    }

    private ClaimKey key(
            LongMeasure measure,
            Indicator indicator,
            String area,
            PrintedPeriod period,
            SortedMap<String, String> filtered,
            Optional<ValueKind> kind) {
        SortedMap<String, String> members = new TreeMap<>(mapping.context().breakdown());
        members.putAll(measure.breakdown());
        members.putAll(filtered);
        Optional<String> named = measure.definition().or(mapping.context()::definition);
        return ClaimKey.of(
                indicator,
                delivery.definition(indicator, source, named).orElseThrow(),
                area,
                period.period(),
                members,
                kind.or(period::valueKind)
                        .or(measure::valueKind)
                        .or(mapping.context()::valueKind)
                        .orElse(ValueKind.ACTUAL));
    }

    /** What identifies a row: measure, place, period and filters, as printed. */
    private String key(TableRow row) {
        StringBuilder key = new StringBuilder();
        Stream.of(
                        columns.measure(),
                        columns.areaCode(),
                        columns.areaName(),
                        columns.period().stream().toList(),
                        columns.breakdown().stream().toList(),
                        columns.valueKind().stream().toList())
                .flatMap(List::stream)
                .forEach(column -> append(key, text(row, column)));
        for (TidyFilter filter : mapping.filters()) {
            append(key, text(row, filter.column()));
        }
        return key.toString();
    }

    private static void append(StringBuilder key, String text) {
        if (!text.isBlank()) {
            key.append(key.isEmpty() ? "" : ", ").append(text);
        }
    }

    /** A hash of what the mapping reads; columns that are ignored may differ in repeated rows. */
    private int contents(TableRow row) {
        int hash = 1;
        for (String column : mapped) {
            hash = 31 * hash + text(row, column).hashCode();
        }
        return hash;
    }

    private String text(TableRow row, String column) {
        return row.cells().get(positions.getOrDefault(column, 0));
    }
}
