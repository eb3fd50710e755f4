package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.BesideColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The words of notes and confidence limits beside a figure. */
final class BesideWords {
    private final NamedNumbers named;

    BesideWords(NamedNumbers named) {
        this.named = named;
    }

    /**
     * Notes, then limits; limits only of a figure that is a number.
     *
     * @param text of the row in a column
     */
    List<String> of(
            BesideColumns columns,
            UnaryOperator<String> text,
            Amount amount,
            Indicator indicator,
            Optional<BigDecimal> scale,
            List<RejectionReason> refusals) {
        List<String> words = new ArrayList<>();
        for (String column : columns.notes()) {
            if (!text.apply(column).isBlank()) {
                words.add(text.apply(column).strip());
            }
        }
        if (amount.value().isPresent()) {
            for (BesideColumns.Limits limits : columns.limits()) {
                named.limits(
                                limits.name(),
                                Optional.of(printed(limits.lower(), text)),
                                Optional.of(printed(limits.upper(), text)),
                                indicator,
                                scale,
                                refusals)
                        .ifPresent(words::add);
            }
        }
        return words;
    }

    private static NamedNumbers.Printed printed(String column, UnaryOperator<String> text) {
        return new NamedNumbers.Printed(column, text.apply(column));
    }
}
