package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.ClaimsFile;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.Scale;
import careledger.schema.mapping.SourceMapping;
import careledger.schema.observation.Claim;
import careledger.schema.observation.Notes;
import careledger.schema.observation.Rag;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.problem.Rule;
import careledger.schema.star.ColumnType;
import careledger.schema.star.ObservationColumn;
import careledger.schema.text.Nearest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One figure a row, read from running text. */
final class ClaimsLayout implements Layout {
    private static final List<String> HEADER = List.of(
            "claim",
            "source",
            "locator",
            "indicator",
            "statistic",
            "area",
            "period_kind",
            "period_start",
            "period_end",
            "period_label",
            "breakdown",
            "value",
            "numerator",
            "denominator",
            "value_kind",
            "quartile",
            "rag",
            "direction",
            "band",
            "caveat",
            "period_note");
    private static final String SCALE = "scale";

    private static final List<ObservationColumn> NOTES = Stream.of(ObservationColumn.values())
            .filter(ObservationColumn::note)
            .filter(column -> column != ObservationColumn.PERIOD_PRINTED)
            .toList();

    private final Delivery delivery;
    private final ClaimsFile mapping;
    private final FileReport report;
    private final DuplicateKeys doubles = new DuplicateKeys();
    private final Set<String> unseen;
    private List<String> header = HEADER;

    ClaimsLayout(Delivery delivery, ClaimsFile mapping, FileReport report) {
        this.delivery = delivery;
        this.mapping = mapping;
        this.report = report;
        this.unseen = new TreeSet<>(mapping.claims().keySet());
    }

    /** After the columns that every such file has, it may have the further notes of a figure, in any order. */
    @Override
    public Optional<RejectionReason> header(TableRow found) {
        header = found.cells();
        List<String> expected = new ArrayList<>(HEADER);
        header.stream()
                .skip(HEADER.size())
                .filter(ClaimsLayout::mayFollow)
                .distinct()
                .forEach(expected::add);
        return HeaderCheck.exact(expected, header);
    }

    private static boolean mayFollow(String column) {
        return !HEADER.contains(column)
                && (column.equals(SCALE)
                        || NOTES.stream().map(ObservationColumn::sqlName).anyMatch(column::equals));
    }

    @Override
    public void survey(TableRow row) {
        if (row.fault().isEmpty() && row.cells().size() == header.size()) {
            doubles.add(
                    key(row), row.cells().stream().map(Numbers::plain).toList().hashCode());
            unseen.remove(row.cells().get(0).strip());
        }
    }

    @Override
    public void row(TableRow row) {
        Optional<RejectionReason> fault = RowChecks.fault(row, header.size());
        if (fault.isPresent()) {
            report.refuseRow(row.line(), fault.get(), 1);
            return;
        }
        List<RejectionReason> refusals = new ArrayList<>(RowChecks.unclear(row, header, at -> true));
        Optional<Claim> claim = new Row(row, refusals).claim();
        report.refuse(row.line(), refusals);
        report.row(claim.isPresent());
        report.cells(claim.isPresent(), 1);
        claim.ifPresent(accepted -> report.accept(accepted, "value"));
    }

    @Override
    public void finish() {
        unseen.forEach(claim -> report.refuse(
                0,
                RejectionReason.whole(
                        Rule.MAPPING_WRONG,
                        "'claims' in extract.yaml names the claim '" + claim + "', which this file does not have.")));
    }

    private static String key(TableRow row) {
        return row.cells().get(1) + "/" + row.cells().get(0);
    }

    /** One row, with what is wrong with it. */
    private final class Row {
        private final TableRow row;
        private final List<RejectionReason> refusals;
        private final CatalogueLookup words;

        Row(TableRow row, List<RejectionReason> refusals) {
            this.row = row;
            this.refusals = refusals;
            this.words = new CatalogueLookup(delivery, refusals);
        }

        /** The claim, where nothing is wrong with it. */
        Optional<Claim> claim() {
            Optional<String> source = source();
            Optional<Indicator> indicator = words.indicator("indicator", text("indicator"));
            indicator.ifPresent(this::statistic);
            Optional<Definition> definition =
                    indicator.flatMap(one -> source.flatMap(id -> words.definition("indicator", id, one)));
            Optional<String> area = words.area("area", text("area"));
            Optional<TimePeriod> period = period();
            Map<String, String> breakdown = words.breakdown("breakdown", text("breakdown"));
            Optional<ValueKind> kind = valueKind();
            Optional<Amount> amount = amount(indicator);
            Remarks remarks = remarks();
            id();
            if (!refusals.isEmpty()) {
                return Optional.empty();
            }
            ClaimKey key = ClaimKey.of(
                    indicator.orElseThrow(),
                    definition.orElseThrow(),
                    area.orElseThrow(),
                    period.orElseThrow(),
                    breakdown,
                    kind.orElseThrow());
            SourceMapping document = delivery.source(source.orElseThrow()).orElseThrow();
            Plausibility.beforeItsPeriod(document, key, "value", text("value")).ifPresent(refusals::add);
            if (!refusals.isEmpty()) {
                return Optional.empty();
            }
            ClaimLocation place =
                    new ClaimLocation(report.path(), row.line(), document, text("locator"), text("value"), false);
            String id = document.id() + "/" + text("claim").strip();
            Remarks dated =
                    remarks.dated(UnprintedDay.note(period.orElseThrow(), key.period(), present("period_label")));
            return Optional.of(Claims.claim(id, place, key, amount.orElseThrow(), dated, Optional.empty()));
        }

        private void id() {
            if (text("claim").isBlank()) {
                refuse("claim", Rule.VALUE_MISSING, "Found nothing, expected the id of the claim.");
                return;
            }
            RowChecks.doubled(doubles, key(row), "The claim", row.line())
                    .map(refusal -> RejectionReason.of("claim", text("claim"), refusal.rule(), refusal.reason()))
                    .ifPresent(refusals::add);
        }

        private Optional<String> source() {
            String id = text("source");
            if (delivery.source(id).isEmpty()) {
                List<String> known =
                        delivery.sources().stream().map(SourceMapping::id).toList();
                refuse(
                        "source",
                        Rule.SOURCE_UNKNOWN,
                        "There is no source '" + id + "' in extract.yaml." + Nearest.sentence(id, known));
            }
            return delivery.source(id).map(SourceMapping::id);
        }

        private void statistic(Indicator indicator) {
            String expected = indicator.unit().printed().name().toLowerCase(Locale.ROOT);
            if (!text("statistic").equals(expected)) {
                refuse(
                        "statistic",
                        Rule.CODE_UNKNOWN,
                        "Found '" + text("statistic") + "', expected '" + expected + "', since " + indicator.id()
                                + " is measured in " + indicator.unit() + ".");
            }
        }

        private Optional<TimePeriod> period() {
            for (String column : List.of("period_kind", "period_start", "period_end")) {
                if (text(column).isBlank()) {
                    refuse(
                            column,
                            Rule.PERIOD_MISSING,
                            "Found no period" + label() + ", expected the first and last day.");
                    return Optional.empty();
                }
            }
            Optional<PeriodKind> kind = words.constant("period_kind", text("period_kind"), PeriodKind.class);
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(TimePeriod.of(
                        kind.get(), TimePeriod.day(text("period_start")), TimePeriod.day(text("period_end"))));
            } catch (IllegalArgumentException e) {
                String found = text("period_kind") + " " + text("period_start") + " to " + text("period_end");
                refusals.add(RejectionReason.of(
                        "period_start",
                        text("period_start"),
                        Rule.PERIOD_WRONG,
                        "Found " + found + ": " + e.getMessage() + "."));
                return Optional.empty();
            }
        }

        private String label() {
            return text("period_label").isBlank() ? "" : " (printed: '" + text("period_label") + "')";
        }

        private Optional<ValueKind> valueKind() {
            if (text("value_kind").isBlank()) {
                refuse("value_kind", Rule.VALUE_MISSING, "Found nothing, expected a value kind such as ACTUAL.");
            }
            return words.constant("value_kind", text("value_kind"), ValueKind.class);
        }

        private Optional<Amount> amount(Optional<Indicator> indicator) {
            if (text("value").isBlank()) {
                refuse("value", Rule.VALUE_MISSING, "Found nothing, expected the figure.");
                return Optional.empty();
            }
            Optional<BigDecimal> value = number("value");
            Optional<Amount> amount = value.map(number -> Amount.of(number, part("numerator"), part("denominator")));
            indicator.ifPresent(one -> amount.ifPresent(said -> said.check(one, "value", text("value"), refusals)));
            return amount;
        }

        private Optional<BigDecimal> part(String column) {
            return text(column).isBlank() ? Optional.empty() : number(column);
        }

        private Optional<BigDecimal> number(String column) {
            return Numbers.read(column, text(column), refusals).map(read -> Numbers.scaled(read, scale()));
        }

        /** What the numbers of the row are multiplied by. */
        private Optional<BigDecimal> scale() {
            if (!header.contains(SCALE) || text(SCALE).isBlank()) {
                return Optional.empty();
            }
            try {
                return Optional.of(Scale.parse(text(SCALE)));
            } catch (IllegalArgumentException e) {
                refuse(SCALE, Rule.CODE_UNKNOWN, e.getMessage() + ".");
                return Optional.empty();
            }
        }

        private Remarks remarks() {
            OptionalInt quartile = words.quartile("quartile", text("quartile"));
            Optional<Rag> rag = words.rag("rag", text("rag"));
            Notes printed = Notes.NONE;
            for (ObservationColumn column : NOTES) {
                printed = printed.with(column, note(column));
            }
            printed = printed.with(ObservationColumn.PERIOD_PRINTED, present("period_label"));
            return new Remarks(
                    quartile, rag, mapping.notes(text("claim").strip()).over(printed));
        }

        private Optional<String> note(ObservationColumn column) {
            Optional<String> text = present(column.sqlName());
            return column.column().type() == ColumnType.FIGURE
                    ? text.flatMap(printed -> Numbers.read(column.sqlName(), printed, refusals))
                            .map(BigDecimal::toPlainString)
                    : text;
        }

        private Optional<String> present(String column) {
            return header.contains(column) && !text(column).isBlank() ? Optional.of(text(column)) : Optional.empty();
        }

        private String text(String column) {
            return row.cells().get(header.indexOf(column));
        }

        private void refuse(String column, Rule rule, String reason) {
            refusals.add(RejectionReason.of(column, text(column), rule, reason));
        }
    }
}
