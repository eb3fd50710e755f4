package careledger.etl.layout;

import careledger.schema.catalogue.Definition;
import careledger.schema.catalogue.Indicator;
import careledger.schema.observation.Breakdown;
import careledger.schema.observation.ValueKind;
import careledger.schema.period.TimePeriod;
import java.util.Map;

/**
 * What a claim is about.
 *
 * @param definition the one in force when the period ends
 * @param period as the indicator's timing writes it
 */
record ClaimKey(
        Indicator indicator,
        Definition definition,
        String area,
        TimePeriod period,
        Breakdown breakdown,
        ValueKind valueKind) {
    static ClaimKey of(
            Indicator indicator,
            Definition definition,
            String area,
            TimePeriod printed,
            Map<String, String> breakdown,
            ValueKind valueKind) {
        TimePeriod period = indicator.timing().normalise(printed);
        return new ClaimKey(
                indicator,
                indicator.inForce(definition, period.end()),
                area,
                period,
                Breakdown.of(breakdown),
                valueKind);
    }

    /** The id of a claim from a table: the same for the same cell in every run. */
    String idIn(String source, String fileStem) {
        return source + "/" + fileStem + "/" + indicator.id() + "/" + area + "/" + period.id()
                + (breakdown.members().isEmpty() ? "" : "/" + breakdown.id())
                + (valueKind == ValueKind.ACTUAL ? "" : "/" + valueKind);
    }
}
