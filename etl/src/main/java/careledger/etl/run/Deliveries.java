package careledger.etl.run;

import careledger.etl.input.DeliveryFolder;
import careledger.etl.input.ExtractsRoot;
import careledger.etl.input.LoadPlan;
import careledger.etl.input.LoadPlanner;
import careledger.etl.store.DeliveryMirror;
import careledger.schema.catalogue.CatalogueReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The deliveries of a run, looked at when it begins and again before it publishes. */
final class Deliveries {
    private final List<Path> extracts;
    private final Optional<DeliveryMirror> mirror;
    private final Duration settle;
    private final Progress progress;

    /** @param mirror that keeps the extracts as they lie elsewhere, where they do */
    Deliveries(List<Path> extracts, Optional<DeliveryMirror> mirror, Duration settle, Progress progress) {
        this.extracts = extracts;
        this.mirror = mirror;
        this.settle = settle;
        this.progress = progress;
    }

    List<DeliveryFolder> folders() throws IOException {
        if (mirror.isPresent()) {
            progress.start("fetching the deliveries");
            progress.note(mirror.get().refresh(settle) + " files are new or changed");
        }
        progress.start("looking at the deliveries");
        List<DeliveryFolder> folders = new ExtractsRoot(extracts).folders();
        if (folders.isEmpty()) {
            throw new IOException("There is no delivery folder in "
                    + extracts.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + "; expected folders with an extract.yaml.");
        }
        return folders;
    }

    LoadPlan plan(List<DeliveryFolder> folders) {
        progress.start("reading the mappings");
        LoadPlan plan = LoadPlanner.plan(folders, CatalogueReader.builtIn());
        progress.note(plan.readable().size() + " of " + plan.files().size() + " files of " + folders.size()
                + " deliveries can be read");
        return plan;
    }

    /**
     * Looks again; deliveries that were seen and left for later may go on changing.
     *
     * @throws IOException naming the deliveries that are no longer what they were
     */
    void requireUnchanged(List<DeliveryFolder> seen, List<DeliveryFolder> before) throws IOException {
        if (mirror.isPresent()) {
            mirror.get().requireUnchanged();
        }
        Set<String> left = seen.stream().map(DeliveryFolder::name).collect(Collectors.toSet());
        before.forEach(one -> left.remove(one.name()));
        List<DeliveryFolder> now = new ExtractsRoot(extracts)
                .folders().stream().filter(one -> !left.contains(one.name())).toList();
        if (now.equals(before)) {
            return;
        }
        Set<DeliveryFolder> both = new HashSet<>(before);
        both.retainAll(now);
        Set<String> changed = new TreeSet<>();
        before.stream().filter(one -> !both.contains(one)).forEach(one -> changed.add(one.name()));
        now.stream().filter(one -> !both.contains(one)).forEach(one -> changed.add(one.name()));
        throw new IOException("The deliveries changed while they were loaded: " + String.join(", ", changed)
                + ". Nothing was published; run again once they are whole.");
    }
}
