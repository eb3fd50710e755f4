package careledger.answers.judgement;

import careledger.answers.observation.Observation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * With how many decimals figures were measured. A data file leaves out zeros at the end, so that 15 may be 15.0: a column
 * has the most decimals that any of its figures is written with.
 */
final class PrintedDecimals {
    private static final Pattern CELL = Pattern.compile("(.+), line \\d+, column (.+)");

    private PrintedDecimals() {}

    /** Of those that were measured with the fewest. */
    static int coarsest(List<Observation> figures) {
        return figures.stream().collect(Collectors.groupingBy(PrintedDecimals::column)).values().stream()
                .mapToInt(column ->
                        column.stream().mapToInt(FigureFormat::decimals).max().orElse(0))
                .min()
                .orElse(0);
    }

    /** The column of a data file that a figure is from; elsewhere each figure is by itself. */
    private static List<String> column(Observation figure) {
        Matcher cell = CELL.matcher(figure.sourceLocator());
        return cell.matches()
                ? List.of(figure.source(), cell.group(1), cell.group(2), figure.segment())
                : List.of(figure.source(), figure.claim());
    }
}
