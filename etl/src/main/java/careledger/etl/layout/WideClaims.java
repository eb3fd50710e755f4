package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.CellTemplate;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.Context;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.Figure;
import careledger.schema.mapping.Part;
import careledger.schema.mapping.PrintedPeriod;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.observation.Claim;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.problem.Rule;
import careledger.schema.star.ObservationColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes claims of the cells of a wide table. */
final class WideClaims {
    private final Delivery delivery;
    private final WideFile mapping;
    private final String path;
    private final String source;
    private final WideTable table;
    private final IdentityHashMap<WideCell, List<Draft>> drafts = new IdentityHashMap<>();
    private final Map<String, String> siblings = new HashMap<>();

    WideClaims(Delivery delivery, WideFile mapping, String path, List<WideCell> cells, PrintedUnits units) {
        this.delivery = delivery;
        this.mapping = mapping;
        this.path = path;
        this.source = mapping.source().orElseThrow();
        this.table = new WideTable(mapping, cells);
        refuseSmallShares(cells);
        refuseUnits(cells, units);
        cells.forEach(this::draft);
        refuseDoubles(cells);
        cells.forEach(cell -> in(cell).forEach(this::pair));
    }

    /** The claims of a cell; none where it was refused. */
    List<Claim> of(WideCell cell) {
        return cell.refusals().isEmpty() ? in(cell).stream().map(this::claim).toList() : List.of();
    }

    private List<Draft> in(WideCell cell) {
        return drafts.getOrDefault(cell, List.of());
    }

    private void draft(WideCell cell) {
        if (cell.mapping().context().area().isEmpty()) {
            missing(cell, Rule.AREA_UNKNOWN, "area");
        }
        boolean ofEach = cell.mapping().figures().stream()
                .allMatch(figure -> figure.period().isPresent());
        Optional<TimePeriod> period = ofEach ? Optional.empty() : period(cell);
        if (!cell.refusals().isEmpty() || (period.isEmpty() && !ofEach)) {
            return;
        }
        if (cell.symbol().isPresent()) {
            String first = cell.mapping().templates().get(0).figures().get(0);
            Figure figure = cell.mapping().figure(first).orElseThrow();
            draft(
                    cell,
                    figure,
                    figure.period().or(() -> period).orElseThrow(),
                    Amount.none(cell.symbol().get()));
            return;
        }
        cell.numbers().forEach((placeholder, number) -> {
            Figure figure = cell.mapping().figure(placeholder).orElseThrow();
            Optional<BigDecimal> numerator = figure.numerator().flatMap(part -> part(cell, part, "numerator"));
            Optional<BigDecimal> denominator = figure.denominator().flatMap(part -> part(cell, part, "denominator"));
            draft(
                    cell,
                    figure,
                    figure.period().or(() -> period).orElseThrow(),
                    Amount.of(number, numerator, denominator));
        });
    }

    /** A numerator or denominator: one that is named and not there is refused; where a symbol stands for it there is none. */
    private Optional<BigDecimal> part(WideCell cell, Part part, String what) {
        Optional<BigDecimal> number = table.number(cell, part);
        boolean ofTheCell = part instanceof Part.SameCell || part instanceof Part.Difference;
        if (number.isEmpty() && !ofTheCell && !table.symbol(cell, part)) {
            cell.refusals()
                    .add(RejectionReason.of(
                            cell.column().describe(),
                            cell.text(),
                            Rule.PART_MISSING,
                            "extract.yaml names a " + what + " of this figure, and there is no number in its place."
                                    + " Where a blank cell means that there is none, list \"\" under 'symbols'."));
        }
        return number;
    }

    private void draft(WideCell cell, Figure figure, TimePeriod period, Amount amount) {
        Indicator indicator = delivery.catalogue().indicator(figure.indicator()).orElseThrow();
        amount.check(indicator, cell.column().describe(), cell.text(), cell.refusals());
        Context context = cell.mapping().context();
        Optional<String> named = figure.definition().or(context::definition);
        Definition definition = delivery.definition(indicator, source, named).orElseThrow();
        SortedMap<String, String> members = new TreeMap<>(context.breakdown());
        members.putAll(figure.breakdown());
        ClaimKey key = ClaimKey.of(
                indicator,
                definition,
                context.area().orElseThrow(),
                period,
                members,
                figure.valueKind().or(context::valueKind).orElse(ValueKind.ACTUAL));
        Plausibility.beforeItsPeriod(
                        delivery.source(source).orElseThrow(),
                        key,
                        cell.column().describe(),
                        cell.text())
                .ifPresent(cell.refusals()::add);
        drafts.computeIfAbsent(cell, one -> new ArrayList<>())
                .add(new Draft(cell, figure, key, amount, key.idIn(source, ClaimLocation.stem(mapping.form()))));
    }

    /** The period of the row or column, else of the row's cell that says it, else a refusal. */
    private Optional<TimePeriod> period(WideCell cell) {
        Optional<TimePeriod> said = cell.mapping().context().period();
        Optional<WideColumn> column = periodColumn();
        if (said.isPresent()) {
            return said;
        }
        if (column.isEmpty()) {
            missing(cell, Rule.PERIOD_MISSING, "period");
            return Optional.empty();
        }
        String text = periodText(cell, column.get());
        String meant = column.get().values().getOrDefault(text.strip(), text.strip());
        try {
            Optional<TimePeriod> ofYear = column.get()
                    .year()
                    .filter(year -> !column.get().values().containsKey(text.strip()))
                    .map(year -> PrintedPeriod.parse(meant, year, List.of()).period());
            return ofYear.or(() -> Optional.of(PrintedPeriod.parse(meant)));
        } catch (IllegalArgumentException e) {
            boolean missing = text.isBlank();
            cell.refusals()
                    .add(RejectionReason.of(
                            column.get().describe(),
                            text,
                            missing ? Rule.PERIOD_MISSING : Rule.PERIOD_WRONG,
                            missing
                                    ? "Found nothing, expected the period of the row."
                                    : "Found '" + text + "', expected "
                                            + (column.get().values().isEmpty()
                                                    ? "a period, or 'year' to say what a printed year is."
                                                    : "one of '"
                                                            + String.join(
                                                                    "', '",
                                                                    new TreeSet<>(column.get()
                                                                            .values()
                                                                            .keySet()))
                                                            + "'.")));
            return Optional.empty();
        }
    }

    private static void missing(WideCell cell, Rule rule, String what) {
        cell.refusals()
                .add(RejectionReason.of(
                        cell.column().describe(),
                        cell.text(),
                        rule,
                        "Nothing says which " + what + " the figure is of; say it in extract.yaml with '" + what
                                + "'."));
    }

    private Optional<WideColumn> periodColumn() {
        return mapping.columns().stream()
                .filter(column -> column.role() == ColumnRole.PERIOD)
                .findFirst();
    }

    private static String periodText(WideCell cell, WideColumn column) {
        return cell.row().csv().cells().get(column.position() - 1);
    }

    private Optional<String> printedPeriod(WideCell cell) {
        Optional<String> inCell = periodColumn().map(column -> periodText(cell, column));
        boolean ofColumn = cell.column().level().context().period().isPresent();
        boolean ofRow = cell.row().row().level().context().period().isPresent();
        return inCell.or(() -> ofRow ? Optional.of(WideRows.key(cell.row().row().label())) : Optional.empty())
                .or(() -> ofColumn ? Optional.of(cell.column().header()) : Optional.empty())
                .filter(text -> !text.isBlank());
    }

    private void refuseSmallShares(List<WideCell> cells) {
        SmallShares shares = new SmallShares();
        List<WideCell> unscaled = cells.stream().filter(this::percentages).toList();
        unscaled.forEach(cell -> shares.add(cell.column().describe(), cell.text()));
        unscaled.stream()
                .filter(cell -> cell.symbol().isEmpty() && cell.refusals().isEmpty())
                .forEach(cell ->
                        shares.problem(cell.column().describe(), cell.text()).ifPresent(cell.refusals()::add));
    }

    /** Numbers without a scale in a table or row whose words say that they are thousands, or of another unit. */
    private void refuseUnits(List<WideCell> cells, PrintedUnits units) {
        Set<String> others = mapping.columns().stream()
                .filter(column -> column.role() == ColumnRole.FIGURE)
                .map(WideColumn::describe)
                .collect(Collectors.toSet());
        cells.stream()
                .filter(cell -> cell.symbol().isEmpty() && cell.refusals().isEmpty())
                .forEach(
                        cell -> unscaled(cell)
                                .flatMap(indicator -> units
                                        .problem(
                                                cell.row().csv(),
                                                cell.column().describe(),
                                                others,
                                                cell.text(),
                                                indicator)
                                        .stream())
                                .findFirst()
                                .ifPresent(cell.refusals()::add));
    }

    /** Whether a cell is a percentage of which the mapping says no scale. */
    private boolean percentages(WideCell cell) {
        return unscaled(cell).anyMatch(indicator -> indicator.unit() == Unit.PERCENT);
    }

    private Stream<Indicator> unscaled(WideCell cell) {
        return cell.mapping().figures().stream()
                .filter(figure -> cell.mapping().scale(figure.placeholder()).isEmpty())
                .flatMap(figure -> delivery.catalogue().indicator(figure.indicator()).stream());
    }

    /** Two cells of one id: where they say the same the second is refused, else both. */
    private void refuseDoubles(List<WideCell> cells) {
        Map<String, Draft> first = new HashMap<>();
        for (Draft draft : cells.stream().flatMap(cell -> in(cell).stream()).toList()) {
            Draft other = first.putIfAbsent(draft.id(), draft);
            if (other != null) {
                boolean alike = other.amount().sameAs(draft.amount());
                refuseDouble(draft, other);
                if (!alike) {
                    refuseDouble(other, draft);
                }
            }
        }
    }

    private static void refuseDouble(Draft draft, Draft other) {
        draft.cell()
                .refusals()
                .add(RejectionReason.of(
                        draft.cell().column().describe(),
                        draft.cell().text(),
                        Rule.CLAIM_DOUBLE,
                        "This and '" + other.cell().text() + "' on line "
                                + other.cell().row().csv().line() + ", column '"
                                + other.cell().column().describe()
                                + "', are about the same indicator, area, period and breakdown."));
    }

    /** A percentage and the count that it is of know each other. */
    private void pair(Draft draft) {
        if (draft.key().indicator().unit() != Unit.PERCENT) {
            return;
        }
        Optional<Draft> count = draft.figure()
                .numerator()
                .filter(part -> !(part instanceof Part.Elsewhere))
                .flatMap(part -> table.place(draft.cell(), part))
                .flatMap(at -> in(at.cell()).stream()
                        .filter(other -> other.figure().placeholder().equals(at.placeholder()))
                        .findFirst())
                .or(() -> onlyCountIn(draft.cell()));
        count.filter(other -> other.key().indicator().unit() == Unit.COUNT).ifPresent(other -> {
            siblings.put(draft.id(), other.id());
            siblings.put(other.id(), draft.id());
        });
    }

    private Optional<Draft> onlyCountIn(WideCell cell) {
        List<Draft> counts = in(cell).stream()
                .filter(draft -> draft.key().indicator().unit() == Unit.COUNT)
                .toList();
        return counts.size() == 1 && cell.numbers().size() == 2 ? Optional.of(counts.get(0)) : Optional.empty();
    }

    private Claim claim(Draft draft) {
        WideCell cell = draft.cell();
        Context context = cell.mapping().context();
        List<CellTemplate> templates = cell.mapping().templates();
        boolean first = cell.first()
                .map(draft.figure().placeholder()::equals)
                .orElse(templates.get(0).figures().get(0).equals(draft.figure().placeholder()));
        Remarks remarks = (first ? cell.remarks() : Remarks.NONE)
                .over(context.notes().with(ObservationColumn.PERIOD_PRINTED, printedPeriod(cell)))
                .dated(context.period()
                        .flatMap(read -> UnprintedDay.note(read, draft.key().period(), Optional.empty())));
        ClaimLocation place = new ClaimLocation(
                path,
                cell.row().csv().line(),
                delivery.source(source).orElseThrow(),
                locator(cell, context),
                cell.text(),
                true);
        return Claims.claim(
                draft.id(), place, draft.key(), draft.amount(), remarks, Optional.ofNullable(siblings.get(draft.id())));
    }

    private String locator(WideCell cell, Context context) {
        return context.locator().orElse(ClaimLocation.describe(mapping.form()))
                + cell.row()
                        .heading()
                        .map(heading -> ", section '" + heading + "'")
                        .orElse("")
                + ", row '" + WideRows.key(cell.row().row().label()) + "'"
                + (cell.row().continued() ? " (second line)" : "")
                + ", column '" + cell.column().describe() + "'";
    }

    /** A claim to be. */
    private record Draft(WideCell cell, Figure figure, ClaimKey key, Amount amount, String id) {}
}
