package careledger.api.explorer;

import careledger.answers.judgement.PublishedDay;
import careledger.answers.observation.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table on a page.
 *
 * @param rows each with a cell for each column
 */
public record PageTable(String caption, List<Column> columns, List<List<Cell>> rows) {
    private static final int SIDE_BY_SIDE = 4;
    private static final int SHORT = 32;

    public PageTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("the table '" + caption + "' has a row of " + row.size()
                        + " cells, expected " + columns.size());
            }
        }
    }

    /** Whether a narrow screen shows each row as a block of lines, since its cells do not fit side by side. */
    public boolean stacks() {
        return columns.size() > SIDE_BY_SIDE
                || rows.stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> cell.text().length() + cell.small().length() > SHORT);
    }

    /** @param number whether its cells are numbers, which are aligned right */
    public record Column(String title, boolean number) {
        static Column text(String title) {
            return new Column(title, false);
        }

        static Column number(String title) {
            return new Column(title, true);
        }
    }

    /**
     * @param link where it leads; empty where it is plain text
     * @param small what is said below it; may be empty
     * @param value the number, day or moment that the text says, for files; null where it is text only
     */
    public record Cell(
            String text,
            String link,
            String small,
            @Nullable Object value) {
        Cell(String text, String link, String small) {
            this(text, link, small, null);
        }

        /** A figure, with the way to its page and a word where there is a notice on it. */
        static Cell figure(Observation figure, PageVisit visit) {
            return figure(figure, "", visit);
        }

        static Cell figure(Observation figure, String small, PageVisit visit) {
            String notice = visit.notices().words(figure);
            return new Cell(
                    figure.valueText(),
                    Words.figureLink(figure.id()),
                    small.isEmpty() || notice.isEmpty() ? small + notice : small + "; " + notice,
                    figure.value());
        }

        static Cell count(long count) {
            return count(count, "");
        }

        static Cell count(long count, String link) {
            return new Cell("%,d".formatted(count), link, "", count);
        }

        static Cell day(LocalDate day) {
            return new Cell(Words.day(day), "", "", day);
        }

        /** The day on which a document was published, as far as it prints one; in files the day. */
        static Cell published(LocalDate day, @Nullable String note) {
            return new Cell(PublishedDay.words(day, note), "", "", day);
        }

        static Cell moment(Instant moment, String small) {
            return new Cell(Words.moment(moment), "", small, moment);
        }

        static Cell of(String text) {
            return new Cell(text, "", "");
        }

        static Cell of(String text, String link) {
            return new Cell(text, link, "");
        }

        static Cell none() {
            return of("–");
        }
    }
}
