package careledger.etl.run;

import careledger.etl.input.ArrivalWatch;
import careledger.etl.input.Arrivals;
import careledger.etl.input.DeliveryFolder;
import careledger.release.run.ExtractCount;
import careledger.release.run.RunRecord;
import careledger.schema.mapping.TableForm;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds deliveries that are still being written, so that a run leaves them out until they are complete. */
final class CompleteDeliveries {
    private final RunOptions options;
    private final Progress progress;
    private Arrivals arrivals = new Arrivals(new TreeMap<>(), List.of());

    CompleteDeliveries(RunOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** @param baseline the current release and the run that made it, also where the release is damaged */
    void of(List<DeliveryFolder> all, Baseline baseline) throws IOException {
        List<ExtractCount> read = baseline.madeBy().map(RunRecord::extracts).orElse(List.of());
        Set<String> known = read.stream()
                .map(extract -> TableForm.delivered(extract.id()) + " " + extract.sha256())
                .collect(Collectors.toSet());
        progress.start("watching new files");
        arrivals = new ArrivalWatch(options.settle())
                .watch(all, file -> known.contains(file.path() + " " + file.sha256()));
        arrivals.ignored().forEach(words -> progress.note("Ignored: " + words));
        if (!arrivals.waiting().isEmpty()) {
            progress.note(arrivals.describe());
        }
    }

    /** Why deliveries wait, by name. */
    SortedMap<String, String> waiting() {
        return arrivals.waiting();
    }

    /** A note on deliveries of which nothing new has arrived yet, but something is arriving. */
    String beingWritten(List<DeliveryFolder> all) throws IOException {
        String words = new ArrivalWatch(Duration.ZERO).watch(all, file -> true).describe();
        return words.isEmpty() ? "" : " " + words;
    }
}
