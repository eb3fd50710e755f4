package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.schema.catalogue.AreaKind;

/** Times and places as they are said in a sentence. */
final class TrendPhrases {
    private TrendPhrases() {}

    /** "72 (31 March 2021)", "308 (reported in October 2008, date not printed)". */
    static String dated(Observation point) {
        return dated(point.valueText(), point);
    }

    static String dated(String value, Observation point) {
        return value + " (" + FigurePeriod.label(point) + ")";
    }

    /** "in Leicestershire", "in the East Midlands", "among statistical neighbours (average)". */
    static String where(AreaEntry area) {
        if (area.kind() == AreaKind.NEIGHBOUR_GROUP) {
            return "among statistical neighbours (printed average)";
        }
        boolean compass = area.kind() == AreaKind.REGION
                && !area.name().contains("London")
                && !area.name().startsWith("Yorkshire");
        return (compass ? "in the " : "in ") + area.name();
    }
}
