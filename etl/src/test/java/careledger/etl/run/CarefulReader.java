package careledger.etl.run;

import careledger.answers.serving.Lease;
import careledger.answers.serving.NoReleaseException;
import careledger.answers.serving.ServingLimits;
import careledger.answers.serving.Warehouse;
import careledger.release.sql.Jdbc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks a served data folder again and again, as long as runs come and go, whether an answer is of one release and whole. */
final class CarefulReader implements AutoCloseable {
    private final Warehouse warehouse;
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong answers = new AtomicLong();
    private final Thread asking;
    private volatile boolean ended;

    CarefulReader(Path data) {
        this.warehouse = Warehouse.open(data, ServingLimits.defaults());
        warehouse.watch(Duration.ofMillis(50));
        this.asking = new Thread(this::query, "careful reader");
        asking.setDaemon(true);
        asking.start();
    }

    /** What was answered otherwise than it should be. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    long answers() {
        return answers.get();
    }

    /** Looks at once, and tells what keeps the current release from being served. */
    String problem() {
        warehouse.refresh();
        return warehouse.status().problem().orElse("");
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        asking.join();
        warehouse.close();
    }

    private void query() {
        while (!ended) {
            try (Lease lease = warehouse.lease()) {
                String facts = answer(
                        lease,
                        "SELECT count(*) || ' ' || count(DISTINCT source_text) || ' ' || min(source_text) FROM"
                                + " observation");
                String sources = answer(lease, "SELECT count(DISTINCT title) || ' ' || min(title) FROM dim_source");
                if (!facts.equals(TinyLoading.CLAIMS + " " + sources)) {
                    wrong.add(lease.release().id() + ": " + facts + " beside " + sources);
                }
                answers.incrementAndGet();
            } catch (NoReleaseException e) {
                wrong.add("Nothing is served: " + e.getMessage());
            } catch (RuntimeException e) {
                wrong.add(e.toString());
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String answer(Lease lease, String sql) {
        return lease.read((release, connection) -> Jdbc.one(connection, sql, row -> row.getString(1)));
    }
}
