package careledger.etl.layout;

import careledger.etl.table.RejectionReason;
import careledger.schema.catalogue.Indicator;
import careledger.schema.mapping.BesideColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The words of notes and confidence limits beside a figure. */
final class BesideWords {
    private final NamedNumbers named;

    BesideWords(NamedNumbers named) {
        this.named = named;
    }

    /**
     * Notes, then limits; limits only of a figure that is a number.
     *
     * @param printed what the row holds in a column
     */
    List<String> of(
            BesideColumns columns,
            Function<String, NamedNumbers.Printed> printed,
            Amount amount,
            Indicator indicator,
            Optional<BigDecimal> scale,
            List<RejectionReason> refusals) {
        List<String> words = new ArrayList<>();
        for (String column : columns.notes()) {
            NamedNumbers.Printed note = printed.apply(column);
            note.unclear().ifPresent(refusals::add);
            if (!note.text().isBlank()) {
                words.add(note.text().strip());
            }
        }
        if (amount.value().isPresent()) {
            for (BesideColumns.Limits limits : columns.limits()) {
                named.limits(
                                limits.name(),
                                Optional.of(printed.apply(limits.lower())),
                                Optional.of(printed.apply(limits.upper())),
                                indicator,
                                scale,
                                refusals)
                        .ifPresent(words::add);
            }
        }
        return words;
    }
}
