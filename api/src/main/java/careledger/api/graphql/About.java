package careledger.api.graphql;

import careledger.answers.catalogue.AreaEntry;
import java.time.LocalDate;
import java.util.List;

/** What is loaded, from where, and the limits that callers must respect. */
record About(
        String dataVersion,
        ReleaseView release,
        AreaEntry focusArea,
        int observationCount,
        int indicatorCount,
        int indicatorsWithFiguresCount,
        int sourceCount,
        LocalDate firstPeriodEnd,
        LocalDate lastPeriodEnd,
        List<Limit> limits) {
    About {
        limits = List.copyOf(limits);
    }

    /** @param meaning with the unit of the value */
    record Limit(String name, int value, String meaning) {}
}
