package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.etl.table.TableRow;
import careledger.schema.mapping.ScaleCheck;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds pounds that are printed in thousands or millions while the mapping says no scale: by the words above and below
 * a table, the name of its sheet, its headings, and what the row itself says in other columns, such as one of units.
 */
final class ScaledPounds {
    /** The first words about the whole table that say a scale. */
    private Optional<String> aside;

    private List<String> headers = List.of();

    ScaledPounds(TableForm form) {
        aside = form.sheet().filter(ScaleCheck::scaledPounds);
    }

    /** Words that are about the whole table. */
    void aside(List<String> words) {
        aside = aside.or(() -> words.stream().filter(ScaleCheck::scaledPounds).findFirst());
    }

    void headers(List<String> columns) {
        headers = List.copyOf(columns);
    }

    /**
     * Why a number of pounds without a scale cannot be taken, if so.
     *
     * @param column of the number
     * @param others columns of other numbers, whose headings and cells say nothing of this one
     */
    Optional<RejectionReason> problem(TableRow row, String column, Set<String> others, String text) {
        return aside.or(() -> beside(row, column, others))
                .map(words -> RejectionReason.of(
                        column,
                        text,
                        Rule.SCALE_UNCLEAR,
                        "With the table is printed '" + words.strip() + "', and extract.yaml says no scale. Say 'scale:"
                                + " thousand' or 'scale: million', or 'scale: 1' where pounds are printed in full."));
    }

    private Optional<String> beside(TableRow row, String column, Set<String> others) {
        Stream<String> inTheRow = IntStream.range(
                        0, Math.min(headers.size(), row.cells().size()))
                .filter(at -> !headers.get(at).equals(column) && !others.contains(headers.get(at)))
                .boxed()
                .flatMap(at -> Stream.of(headers.get(at), row.cells().get(at)));
        return Stream.concat(Stream.of(column), inTheRow)
                .filter(ScaleCheck::scaledPounds)
                .findFirst();
    }
}
