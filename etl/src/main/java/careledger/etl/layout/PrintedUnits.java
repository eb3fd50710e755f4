package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.catalogue.Indicator;
import careledger.schema.catalogue.Unit;
import careledger.schema.mapping.PrintedWords;
import careledger.schema.mapping.ScaleCheck;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds numbers that are printed in thousands, in millions or in another unit than that of their indicator, while the
 * mapping says no scale: by the words above and below a table, the name of its sheet, its headings, and what the row
 * itself says in other columns, such as one of units or of multipliers.
 */
final class PrintedUnits {
    /** Headings of columns that say the unit of a row's number. */
    private static final Pattern UNITS = Pattern.compile(
            "(?i)\\s*(?:units?|metric|(?:unit|units)[ _](?:of )?measure(?:ment)?|measure units?|scale)\\s*");
    /** Headings of columns that say the power of ten, as SDMX has them. */
    private static final Pattern POWERS =
            Pattern.compile("(?i)\\s*(?:unit[ _]?mult(?:iplier)?|power ?code(?: code)?)\\s*");

    private static final int MOST_WORDS = 10_000;

    private final Map<Unit, Map<String, Boolean>> known = new HashMap<>();
    private final Map<Unit, String> aside = new HashMap<>();
    private final Map<String, Optional<String>> contradicted = new HashMap<>();
    private List<String> headers = List.of();
    private List<Integer> unitColumns = List.of();
    private List<Integer> powerColumns = List.of();

    PrintedUnits(TableForm form) {
        aside(form.sheet().stream().toList());
    }

    /** Words that are about the whole table. */
    void aside(List<String> words) {
        for (Unit unit : List.of(Unit.GBP, Unit.COUNT)) {
            words.stream()
                    .filter(one -> ScaleCheck.scaled(one, unit))
                    .findFirst()
                    .ifPresent(one -> aside.putIfAbsent(unit, one));
        }
    }

    void headers(List<String> columns) {
        headers = List.copyOf(columns);
        unitColumns = called(UNITS);
        powerColumns = called(POWERS);
    }

    private List<Integer> called(Pattern pattern) {
        return IntStream.range(0, headers.size())
                .filter(at -> pattern.matcher(headers.get(at)).matches())
                .boxed()
                .toList();
    }

    /**
     * Why a number without a scale cannot be taken, if so.
     *
     * @param column of the number
     * @param others columns of other numbers, whose headings and cells say nothing of this one
     */
    Optional<RejectionReason> problem(
            TableRow row, String column, Set<String> others, String text, Indicator indicator) {
        Unit unit = indicator.unit();
        boolean saysNothing = row.counted().isEmpty() && powerColumns.isEmpty() && unitColumns.isEmpty();
        if (saysNothing && unit != Unit.GBP && unit != Unit.COUNT) {
            return Optional.empty();
        }
        return counted(row, column)
                .or(() -> power(row))
                .or(() -> Optional.ofNullable(aside.get(unit))
                        .or(() -> Stream.concat(Stream.of(column), beside(row, column, others, unit))
                                .filter(words -> scaled(words, unit))
                                .findFirst())
                        .map(words -> "With the table is printed '" + words.strip() + "', and extract.yaml says no"
                                + " scale. Say 'scale: thousand' or 'scale: million', or 'scale: 1' where "
                                + (unit == Unit.GBP ? "pounds" : "numbers") + " are printed in full."))
                .or(() -> unitOfTheRow(row).flatMap(words -> contradicted(words, indicator)))
                .map(wrong -> RejectionReason.of(column, text, Rule.SCALE_UNCLEAR, wrong));
    }

    private boolean scaled(String words, Unit unit) {
        if (unit != Unit.GBP && unit != Unit.COUNT) {
            return false;
        }
        Map<String, Boolean> ofUnit = known.computeIfAbsent(unit, one -> new HashMap<>());
        return ofUnit.size() < MOST_WORDS
                ? ofUnit.computeIfAbsent(words, one -> ScaleCheck.scaled(one, unit))
                : ScaleCheck.scaled(words, unit);
    }

    /** What the row says besides: of pounds anywhere, since a budget table names them in any column. */
    private Stream<String> beside(TableRow row, String column, Set<String> others, Unit unit) {
        return unit != Unit.GBP
                ? unitOfTheRow(row).stream()
                : IntStream.range(0, Math.min(headers.size(), row.cells().size()))
                        .filter(at -> !headers.get(at).equals(column) && !others.contains(headers.get(at)))
                        .boxed()
                        .flatMap(at -> Stream.of(headers.get(at), row.cells().get(at)));
    }

    private Optional<String> contradicted(String words, Indicator indicator) {
        return contradicted.size() < MOST_WORDS
                ? contradicted.computeIfAbsent(indicator.id() + " " + words, key -> PrintedWords.unit(words, indicator))
                : PrintedWords.unit(words, indicator);
    }

    private Optional<String> unitOfTheRow(TableRow row) {
        return unitColumns.stream()
                .filter(at -> at < row.cells().size())
                .map(at -> row.cells().get(at))
                .findFirst();
    }

    private Optional<String> counted(TableRow row, String column) {
        return Optional.ofNullable(row.counted().get(headers.indexOf(column)))
                .map(what -> "The format of the cell counts in " + what
                        + " without showing it, and extract.yaml says no scale."
                        + " Say 'scale: " + what.substring(0, what.length() - 1)
                        + "', or 'scale: 1' where numbers are printed in full.");
    }

    private Optional<String> power(TableRow row) {
        return powerColumns.stream()
                .filter(at -> at < row.cells().size())
                .filter(at -> row.cells().get(at).strip().matches("-?[1-9]"))
                .map(at -> "The column '" + headers.get(at).strip() + "' says that the number is multiplied by ten"
                        + " to the power of " + row.cells().get(at).strip()
                        + ", and extract.yaml says no scale. Say it with"
                        + " 'scale', such as 'scale: thousand' for 3, or 'scale: 1' where numbers are printed in full.")
                .findFirst();
    }
}
