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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Keeps a run from deliveries into which somebody is still writing. One that no release has figures of is left for a
 * later run, and the others are loaded; while one waits that the served release has figures of, nothing is loaded, since
 * a release is always made of whole deliveries as they lie together at one time.
 */
final class CompleteDeliveries {
    private final RunOptions options;
    private final Progress progress;
    private List<DeliveryFolder> folders = List.of();
    private Arrivals arrivals = new Arrivals(new TreeMap<>(), List.of());
    private Optional<String> postponed = Optional.empty();

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
        arrivals = new ArrivalWatch(options.extracts(), options.settle())
                .watch(all, file -> known.contains(file.path() + " " + file.sha256()));
        arrivals.ignored().forEach(words -> progress.note("Ignored: " + words));
        if (!arrivals.waiting().isEmpty()) {
            progress.note(arrivals.describe());
        }
        folders = arrivals.whole(all);
        Set<String> served = read.stream().map(ExtractCount::id).collect(Collectors.toSet());
        boolean unknown = baseline.everPublished()
                && baseline.madeBy().isEmpty()
                && !arrivals.waiting().isEmpty();
        if (arrivals.touch(served) || unknown || folders.isEmpty()) {
            postponed = Optional.of(arrivals.describe() + " Nothing was loaded; "
                    + baseline.sound()
                            .map(release -> "release " + release.id() + " stays.")
                            .or(baseline::damage)
                            .orElse("no release is served yet."));
        }
    }

    /** What is to be said of deliveries of which nothing new has arrived, but something is about to. */
    String beingWritten(List<DeliveryFolder> all) throws IOException {
        String words = new ArrivalWatch(options.extracts(), Duration.ZERO)
                .watch(all, file -> true)
                .describe();
        return words.isEmpty() ? "" : " " + words;
    }

    /** Deliveries that are whole. */
    List<DeliveryFolder> folders() {
        return folders;
    }

    /** Why the whole run waits, if so. */
    Optional<String> postponed() {
        return postponed;
    }

    String describe() {
        return arrivals.describe();
    }
}
