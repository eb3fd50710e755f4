package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.mapping.ColumnRole;
import careledger.schema.mapping.Context;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.Level;
import careledger.schema.mapping.PrintedPeriod;
import careledger.schema.mapping.PrintedYear;
import careledger.schema.mapping.RowLabels;
import careledger.schema.mapping.WideColumn;
import careledger.schema.mapping.WideFile;
import careledger.schema.mapping.WideRow;
import careledger.schema.mapping.YearKind;
import careledger.schema.observation.Notes;
import careledger.schema.period.PeriodKind;
import careledger.schema.period.TimePeriod;
import careledger.schema.problem.Rule;
import careledger.schema.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Matches each row of a wide table with a row of the mapping. */
final class WideRows {
    /** Nothing but one or two years. */
    private static final Pattern YEARS = Pattern.compile("[0-9]{2,6}(?:\\s*\\D{1,4}\\s*[0-9]{1,4})?");

    private final WideFile mapping;
    private final CatalogueLookup words;
    private final List<RejectionReason> refusals;
    private final List<WideColumn> labelColumns;
    private final WideRowColumns beside;
    private final Map<String, List<TableRow>> byLabel = new HashMap<>();
    private final Set<String> labels = new HashSet<>();
    private final Map<String, Integer> taken = new HashMap<>();
    private Optional<String> heading = Optional.empty();
    private Optional<WideRowAt> last = Optional.empty();

    /** @param refusals where what is wrong with a row goes, until the caller takes it out */
    WideRows(
            WideFile mapping,
            Delivery delivery,
            List<TableRow> rows,
            CatalogueLookup words,
            List<RejectionReason> refusals) {
        this.mapping = mapping;
        this.words = words;
        this.refusals = refusals;
        this.beside = new WideRowColumns(mapping, delivery, words, refusals);
        this.labelColumns = mapping.columns().stream()
                .filter(column -> column.role() == ColumnRole.LABEL)
                .toList();
        rows.forEach(row -> byLabel.computeIfAbsent(identity(row), label -> new ArrayList<>())
                .add(row));
        rows.forEach(row -> labels.add(key(label(row))));
    }

    /** What makes a row: its label, and where that is not listed several times, the words of its other columns. */
    private String identity(TableRow csv) {
        String label = label(csv);
        return listings(label).size() > 1 || labelColumns.isEmpty()
                ? key(label)
                : key(label) + " / " + beside.printed(csv);
    }

    /** The row with its meaning; empty where it is a heading, or, with a refusal, where it has none. */
    Optional<WideRowAt> at(TableRow csv) {
        String label = label(csv);
        if (label.isBlank()) {
            return continuation(csv);
        }
        last = Optional.empty();
        List<Integer> listings = listings(label);
        if (doubled(csv, label, Math.max(1, listings.size()))) {
            return Optional.empty();
        }
        if (listings.isEmpty()) {
            last = notListed(csv, label)
                    .flatMap(row -> beside.meaning(csv, row))
                    .map(row -> new WideRowAt(csv, row, heading, false, csv.line()));
            return last;
        }
        int listing = listings.get(taken.merge(identity(csv), 1, Integer::sum) - 1);
        WideRow row = mapping.rows().get(listing);
        if (row.heading()) {
            heading(csv, row);
            return Optional.empty();
        }
        last = meaning(label, row)
                .map(context -> row.meaning(context, List.of()))
                .flatMap(labelled -> beside.meaning(csv, labelled))
                .map(labelled -> new WideRowAt(csv, labelled, heading, false, csv.line()));
        return last;
    }

    /**
     * What the label of a listed row means, in addition to the row's mapping; empty, with a rejection, where the
     * label means nothing and the row does not say it itself.
     */
    private Optional<Context> meaning(String label, WideRow row) {
        Context said = row.level().context();
        boolean replaced =
                switch (mapping.labels().kind()) {
                    case LISTED, COLUMNS -> true;
                    case AREA -> said.area().isPresent();
                    case PERIOD -> said.period().isPresent();
                    case DIMENSION ->
                        row.breakdownSaid()
                                && (said.breakdown().isEmpty()
                                        || said.breakdown()
                                                .containsKey(mapping.labels().of()));
                };
        return replaced
                ? Optional.of(Context.NONE)
                : unlisted(label).map(one -> one.level().context());
    }

    /** The words of the label columns; where there is none, those of the columns that say what the row is about. */
    String label(TableRow csv) {
        if (labelColumns.isEmpty()) {
            return beside.printed(csv);
        }
        return labelColumns.stream()
                .map(column -> csv.cells().get(column.position() - 1))
                .filter(text -> labelColumns.size() == 1 || !text.isBlank())
                .collect(Collectors.joining(" / "));
    }

    /** Labels are the same whatever the run of spaces in them. */
    static String key(String label) {
        return label.strip().replaceAll("\\s+", " ");
    }

    /** Rows of the mapping that the table has not. */
    List<WideRow> missing() {
        List<WideRow> missing = new ArrayList<>();
        for (WideRow row : mapping.rows()) {
            if (!labels.contains(key(row.label()))) {
                missing.add(row);
            }
        }
        return missing;
    }

    private List<Integer> listings(String label) {
        List<Integer> listings = new ArrayList<>();
        for (int i = 0; i < mapping.rows().size(); i++) {
            if (key(mapping.rows().get(i).label()).equals(key(label))) {
                listings.add(i);
            }
        }
        return listings;
    }

    private Optional<WideRowAt> continuation(TableRow csv) {
        boolean foreseen =
                mapping.columns().stream().anyMatch(column -> column.below().isPresent());
        if (last.isEmpty() || !foreseen) {
            refuse(csv, Rule.ROW_UNMAPPED, "Found a row without a label; no column of extract.yaml says 'below'.");
            return Optional.empty();
        }
        WideRowAt above = last.get();
        last = Optional.empty();
        for (WideColumn column : mapping.columns()) {
            if (column.role() == ColumnRole.FIGURE
                    && column.below().isEmpty()
                    && !csv.cells().get(column.position() - 1).isBlank()) {
                refusals.add(RejectionReason.of(
                        column.describe(),
                        csv.cells().get(column.position() - 1),
                        Rule.ROW_UNMAPPED,
                        "Found a figure in a second row; extract.yaml says no 'below' for this column."));
                return Optional.empty();
            }
        }
        return Optional.of(new WideRowAt(csv, above.row(), above.heading(), true, above.mainLine()));
    }

    /** A label that occurs more often than it is listed: if the rows differ all are rejected, otherwise the first is kept. */
    private boolean doubled(TableRow csv, String label, int listed) {
        List<TableRow> same = byLabel.getOrDefault(identity(csv), List.of());
        if (same.size() <= listed) {
            return false;
        }
        boolean alike = same.stream().map(this::used).distinct().count() == 1;
        if (alike && same.indexOf(csv) < listed) {
            return false;
        }
        if (alike) {
            refuse(
                    csv,
                    Rule.LEFT_OUT,
                    "Left out: the row '" + key(label) + "' says the same as line "
                            + same.get(0).line() + " in all that is used of it.");
            return true;
        }
        refuse(
                csv,
                Rule.ROW_DOUBLE,
                "The row '" + key(label) + "' is on the lines "
                        + same.stream()
                                .map(row -> Integer.toString(row.line()))
                                .reduce((a, b) -> a + ", " + b)
                                .orElse("")
                        + ", with different figures.");
        return true;
    }

    /** What is used of a row, numbers as numbers. */
    private List<String> used(TableRow csv) {
        return mapping.columns().stream()
                .filter(column -> column.role() != ColumnRole.IGNORE)
                .map(column -> Numbers.plain(csv.cells().get(column.position() - 1)))
                .toList();
    }

    private void heading(TableRow csv, WideRow row) {
        boolean bare = csv.cells().stream().filter(cell -> !cell.isBlank()).count() == 1;
        if (!bare) {
            refuse(
                    csv,
                    Rule.ROW_UNMAPPED,
                    "The row '" + key(row.label())
                            + "' is a heading by extract.yaml, but there is something beside it.");
        }
        heading = Optional.of(key(row.label()));
    }

    private Optional<WideRow> notListed(TableRow csv, String label) {
        if (mapping.labels().kind() == RowLabels.Kind.COLUMNS) {
            return Optional.of(row(label, Optional.empty(), Optional.empty(), ""));
        }
        if (mapping.labels().kind() != RowLabels.Kind.LISTED) {
            return unlisted(label);
        }
        List<String> known =
                mapping.rows().stream().map(WideRow::label).map(WideRows::key).toList();
        refuse(
                csv,
                Rule.ROW_UNMAPPED,
                "No row '" + key(label) + "' is listed in extract.yaml." + Nearest.sentence(key(label), known));
        return Optional.empty();
    }

    /** What a label means by itself; empty, with a refusal, where it means nothing. */
    private Optional<WideRow> unlisted(String label) {
        return switch (mapping.labels().kind()) {
            case LISTED, COLUMNS -> Optional.empty();
            case AREA -> words.area(header(), label).map(area -> row(label, Optional.of(area), Optional.empty(), ""));
            case PERIOD -> period(label).map(period -> row(label, Optional.empty(), Optional.of(period), ""));
            case DIMENSION ->
                words.member(header(), mapping.labels().of(), label)
                        .map(member ->
                                row(label, Optional.empty(), Optional.empty(), member.total() ? "" : member.id()));
        };
    }

    private Optional<TimePeriod> period(String label) {
        RowLabels labels = mapping.labels();
        try {
            if (labels.of().isEmpty()) {
                return Optional.of(PrintedPeriod.parse(label));
            }
            YearKind year = YearKind.parse(labels.of());
            boolean plain = year.shape() == YearKind.Shape.FINANCIAL_YEAR
                    || year.shape() == YearKind.Shape.ACADEMIC_YEAR
                    || year.shape() == YearKind.Shape.CALENDAR_YEAR;
            return Optional.of(
                    plain && YEARS.matcher(label.strip()).matches()
                            ? PrintedYear.parse(PeriodKind.valueOf(year.shape().name()), label)
                            : PrintedPeriod.parse(label, year, List.of()).period());
        } catch (IllegalArgumentException e) {
            refusals.add(RejectionReason.of(
                    header(),
                    label,
                    Rule.PERIOD_WRONG,
                    e.getMessage() + ". Other words may be listed under 'rows' with their 'period'."));
            return Optional.empty();
        }
    }

    private WideRow row(String label, Optional<String> area, Optional<TimePeriod> period, String member) {
        SortedMap<String, String> breakdown = new TreeMap<>();
        if (!member.isEmpty()) {
            breakdown.put(mapping.labels().of(), member);
        }
        Context context = new Context(
                area,
                period,
                breakdown,
                Optional.empty(),
                Optional.empty(),
                Notes.NONE,
                Optional.empty(),
                Optional.empty());
        return new WideRow(label, false, new Level(context, List.of(), List.of()), false, List.of(), mapping.line());
    }

    private void refuse(TableRow csv, Rule rule, String reason) {
        refusals.add(RejectionReason.of(header(), label(csv), rule, reason));
    }

    private String header() {
        return labelColumns.isEmpty()
                ? mapping.columns().get(0).describe()
                : labelColumns.get(0).describe();
    }
}
