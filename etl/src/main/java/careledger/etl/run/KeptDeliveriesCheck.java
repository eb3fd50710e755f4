package careledger.etl.run;

import careledger.release.file.Failures;
import careledger.release.run.Finding;
import careledger.release.store.DataLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Whether the copies of deliveries, which are served when their next state cannot be read, are what was kept. */
public final class KeptDeliveriesCheck {
    private final Path data;

    public KeptDeliveriesCheck(Path data) {
        this.data = data;
    }

    public List<Finding> findings() {
        return damaged().stream()
                .map(name -> new Finding(
                        "kept/" + name,
                        "The copy of the delivery '" + name + "' is damaged, so it could not be used.",
                        "--heal deletes it; the next run copies the delivery again.",
                        true))
                .toList();
    }

    /** Deletes what is damaged. @return what was done, in words */
    public List<String> heal(DataLock lock) {
        lock.require(data);
        List<String> damaged = damaged();
        damaged.forEach(new KeptDeliveries(data)::forget);
        return damaged.stream()
                .map(name -> "kept/" + name + " was deleted; the next run copies the delivery again.")
                .toList();
    }

    private List<String> damaged() {
        try {
            return new KeptDeliveries(data).damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(data.resolve("kept") + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }
}
