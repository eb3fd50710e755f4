package careledger.etl.run;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.Indicator;
import careledger.schema.observation.Breakdown;
import careledger.schema.period.TimePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A figure that a delivery would give, for a person who compares it with the file.
 *
 * @param place file and line
 * @param words measure, area, period and breakdown in words
 * @param value with its printed decimals, or the reason why there is none
 * @param printed text of the cell
 * @param note of quality
 */
public record Preview(String place, String words, String value, String printed, Optional<String> note) {
    static Preview of(
            Catalogue catalogue,
            String place,
            FigureKey key,
            Optional<BigDecimal> value,
            String status,
            String printed,
            Optional<String> note) {
        List<String> words = new ArrayList<>();
        words.add(catalogue.indicator(key.indicator()).map(Indicator::title).orElse("") + " (" + key.indicator() + ")");
        words.add(catalogue.area(key.area()).map(area -> area.name()).orElse(key.area()));
        words.add(TimePeriod.parse(key.period()).label());
        String members = Breakdown.parse(key.breakdown()).members().entrySet().stream()
                .map(member -> catalogue
                        .member(member.getKey(), member.getValue())
                        .map(one -> one.title())
                        .orElse(member.getValue()))
                .collect(Collectors.joining(" and "));
        if (!members.isEmpty()) {
            words.add(members);
        }
        if (!key.valueKind().equals("ACTUAL")) {
            words.add(key.valueKind());
        }
        return new Preview(
                place,
                String.join(", ", words),
                value.map(BigDecimal::toPlainString).orElse(status),
                printed,
                note);
    }

    /** What a figure is about, by ids. */
    record FigureKey(String indicator, String area, String period, String breakdown, String valueKind) {}

    /** One line. */
    public String describe() {
        return place + ": " + words + " = " + value + " (printed '" + printed + "')"
                + note.map(quality -> " [" + quality + "]").orElse("");
    }
}
