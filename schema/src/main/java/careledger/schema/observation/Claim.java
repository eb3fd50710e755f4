package careledger.schema.observation;

import careledger.schema.period.TimePeriod;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One figure that one source states. Grain: (source, indicator, definition, area, period, breakdown, value kind) and
 * the place in the source; never overwritten.
 *
 * @param id natural and stable: printed claim ids as {@code source/claim}, cells of tables as
 *     {@code source/file-stem/indicator/area/period[/breakdown][/VALUE_KIND]}
 * @param file path below the extracts root, with slashes
 * @param line line in the file on which the row begins, first is 1
 * @param definition full id, {@code indicator/local}
 * @param period normalised by the indicator's timing; the note on the printed period keeps the source's words
 * @param value empty exactly when the status is not NORMAL; its scale is the number of decimals printed
 * @param tabular read from a table, not from running text
 * @param sibling id of the claim in the same cell (a count next to a percentage)
 * @param notes remarks of the document or of the mapping, such as a caveat
 * @param locator where in the source document: section or table, and line or cell
 * @param sourceText text of the cell as delivered
 */
public record Claim(
        String id,
        String file,
        int line,
        String source,
        String indicator,
        String definition,
        String area,
        TimePeriod period,
        Breakdown breakdown,
        ValueKind valueKind,
        ObsStatus status,
        Optional<BigDecimal> value,
        Optional<BigDecimal> numerator,
        Optional<BigDecimal> denominator,
        boolean tabular,
        Optional<String> sibling,
        OptionalInt quartile,
        Optional<Rag> rag,
        Notes notes,
        Optional<String> qualityNote,
        String locator,
        String sourceText) {
    public Claim {
        if (value.isPresent() != (status == ObsStatus.NORMAL)) {
            throw new IllegalArgumentException(
                    id + ": a value goes with status NORMAL and with no other, found " + status);
        }
    }
}
