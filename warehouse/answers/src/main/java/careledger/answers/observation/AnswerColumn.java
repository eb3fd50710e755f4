package careledger.answers.observation;

import careledger.schema.catalogue.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of the flat table.
 *
 * @param name the field's name
 * @param type the field's type, as the contract names it
 * @param unit of figures, where it is the same in every row
 */
public record AnswerColumn(
        String name, String title, String type, @Nullable Unit unit) {
    private static final Set<String> IN_UNIT = Set.of("value", "lower", "upper");
    private static final String[] ALL = {
        "id", "Claim", "ID",
        "indicator", "Indicator id", "ID",
        "indicatorTitle", "Indicator", "String",
        "topic", "Topic id", "ID",
        "unit", "Unit", "Unit",
        "polarity", "Which way is good", "Polarity",
        "area", "Area code", "ID",
        "areaName", "Area", "String",
        "areaKind", "Kind of area", "AreaKind",
        "period", "Period id", "ID",
        "periodLabel", "Period", "String",
        "periodKind", "Kind of period", "PeriodKind",
        "periodStart", "First day", "Date",
        "periodEnd", "Last day", "Date",
        "reportingYear", "Reporting year, by its end", "Int",
        "breakdown", "Breakdown id", "ID",
        "breakdownLabel", "Breakdown", "String",
        "dimension1", "First dimension", "ID",
        "member1", "Its member", "ID",
        "dimension2", "Second dimension", "ID",
        "member2", "Its member", "ID",
        "dimension3", "Third dimension", "ID",
        "member3", "Its member", "ID",
        "value", "Value", "Float",
        "valueText", "Value as read", "String",
        "numerator", "Numerator", "Float",
        "denominator", "Denominator", "Float",
        "lower", "Lower 95% limit", "Float",
        "upper", "Upper 95% limit", "Float",
        "status", "Status", "ObsStatus",
        "valueKind", "Kind of value", "ValueKind",
        "headline", "Headline", "Boolean",
        "definition", "Definition id", "ID",
        "segment", "Series segment", "ID",
        "breakBefore", "Break before", "Boolean",
        "quartile", "Quartile", "Int",
        "rag", "Red, amber, green", "Rag",
        "direction", "Direction as printed", "String",
        "band", "Band as printed", "String",
        "caveat", "Caveat", "String",
        "source", "Source id", "ID",
        "sourceTitle", "Source", "String",
        "sourceLocator", "Where in the source", "String",
        "sourceText", "Text of the cell", "String",
        "qualityNote", "What does not add up", "String",
        "publishedOn", "Published on", "Date",
    };

    /** @param common unit of all rows, if it is one */
    static List<AnswerColumn> all(Optional<Unit> common) {
        List<AnswerColumn> columns = new ArrayList<>();
        for (int i = 0; i < ALL.length; i += 3) {
            Unit unit = IN_UNIT.contains(ALL[i]) ? common.orElse(null) : null;
            columns.add(new AnswerColumn(ALL[i], ALL[i + 1], ALL[i + 2], unit));
        }
        return columns;
    }
}
