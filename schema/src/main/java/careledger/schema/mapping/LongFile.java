package careledger.schema.mapping;

import careledger.schema.observation.ObsStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file with one value a row, which other columns say the measure, the place and the period of.
 *
 * @param measures by printed code; one of any code where the file has no column of codes
 * @param suffixes of printed periods
 * @param statuses what codes of the status column mean; NORMAL lets the value count
 */
public record LongFile(
        TableForm form,
        int line,
        Optional<String> source,
        Context context,
        LongColumns columns,
        List<TidyFilter> filters,
        Map<String, LongMeasure> measures,
        List<PeriodSuffix> suffixes,
        Set<String> ignore,
        Map<String, ObsStatus> symbols,
        Map<String, ObsStatus> statuses,
        PrintedNumbers printed)
        implements FileMapping {
    public LongFile {
        filters = List.copyOf(filters);
        measures = Map.copyOf(measures);
        suffixes = List.copyOf(suffixes);
        ignore = Set.copyOf(ignore);
        symbols = Map.copyOf(symbols);
        statuses = Map.copyOf(statuses);
    }

    /** What a code means; empty where the mapping does not say. */
    public Optional<LongMeasure> measure(String code) {
        return Optional.ofNullable(measures.get(code));
    }

    @Override
    public String layout() {
        return "long";
    }
}
