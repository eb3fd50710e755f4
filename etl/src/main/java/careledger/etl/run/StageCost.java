package careledger.etl.run;

import java.util.List;
import java.util.Map;

/**
 * What one stage of a run took.
 *
 * @param heapMegabytes most heap that was in use, of the run's own process; what DuckDB takes beside it is not in it
 */
record StageCost(String stage, long milliseconds, long heapMegabytes) {
    private static final long MEGABYTE = 1024 * 1024;

    /** @param heap in bytes, by stage */
    static List<StageCost> of(Map<String, Long> millis, Map<String, Long> heap) {
        return millis.entrySet().stream()
                .map(one -> new StageCost(one.getKey(), one.getValue(), heap.getOrDefault(one.getKey(), 0L) / MEGABYTE))
                .toList();
    }
}
