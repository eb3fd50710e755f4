package careledger.answers.serving;

import careledger.release.servingfile.ServingFolder;
import careledger.release.store.Releases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers questions from the current release of a data folder. When CURRENT moves, the next release is loaded, asked the
 * golden questions and put in the old one's place; who holds the old one keeps it to the end of the request.
 */
public final class Warehouse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Warehouse.class);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(30);

    private final Path data;
    private final Releases releases;
    private final ServingFolder serving;
    private final OpenReleases openReleases;
    private final AtomicBoolean checking = new AtomicBoolean();
    private final ReleaseLoader loader;
    private final EarlierReleases earlier;
    private final ServingLimits limits;
    private final AdmissionQueue admission;
    private final QueryCounters counters = new QueryCounters();
    private final ScheduledExecutorService clock = daemon("warehouse-deadlines");
    private final ScheduledExecutorService watcher = daemon("warehouse-watch");
    private Instant lastTried = Instant.EPOCH;
    private @Nullable ScheduledFuture<?> watching;
    private boolean closed;
    private volatile WarehouseStatus status =
            new WarehouseStatus(Optional.empty(), Optional.empty(), Optional.empty(), Instant.now());

    private Warehouse(Path folder, ServingLimits limits, Clock embargoes) {
        this.data = folder.toAbsolutePath().normalize();
        this.limits = limits;
        this.releases = new Releases(data, embargoes);
        this.serving = new ServingFolder(data);
        this.openReleases = new OpenReleases(serving);
        this.loader = new ReleaseLoader(releases, serving, limits);
        ServingFolder old = ServingFolder.ofEarlier(data);
        this.earlier =
                new EarlierReleases(old, new ReleaseLoader(releases, old, limits.forEarlier()), limits.longestWait());
        this.admission = new AdmissionQueue(limits);
    }

    /** Opens the current release. Where there is none, or it cannot be served, {@link #status()} says why. */
    public static Warehouse open(Path data, ServingLimits limits) {
        return open(data, limits, Clock.systemUTC());
    }

    /** @param embargoes the clock by which they end */
    public static Warehouse open(Path data, ServingLimits limits, Clock embargoes) {
        Warehouse warehouse = new Warehouse(data, limits, embargoes);
        warehouse.refresh();
        return warehouse;
    }

    /** Queries the current release. @throws NoReleaseException, and what {@link Lease#read} throws */
    public <T> T read(ReleaseQuery<T> question) {
        try (Lease lease = lease()) {
            return lease.read(question);
        }
    }

    /** Holds the current release for several questions of somebody who stays. @throws NoReleaseException */
    public Lease lease() {
        return lease(new CancellationSignal());
    }

    /** Holds the current release for several questions. @throws NoReleaseException saying why there is none */
    public Lease lease(CancellationSignal caller) {
        OpenRelease borrowed = openReleases
                .borrow()
                .orElseThrow(() ->
                        new NoReleaseException(status.problem().orElse("The warehouse in " + data + " is closed.")));
        return new Lease(borrowed, () -> openReleases.giveBack(borrowed), caller, executor(), () -> suspect(borrowed));
    }

    /**
     * Holds a release that is kept, for several questions: the current one, or an earlier one, which is opened where it is
     * not open yet. Its questions wait in the same queue, and have the same deadline.
     *
     * @throws careledger.schema.text.UnknownIdException where it is not kept, or its time has not come
     * @throws careledger.release.store.UnreadableReleaseException where it is kept, but cannot be read
     * @throws careledger.release.servingfile.UnservableReleaseException where it is kept, but damaged
     * @throws OverloadedException where as many earlier ones as may be open are being read
     */
    public Lease lease(String id, CancellationSignal caller) {
        Lease current = lease(caller);
        if (current.release().id().equals(id)) {
            return current;
        }
        current.close();
        OpenRelease borrowed = earlier.borrow(id);
        return new Lease(borrowed, () -> earlier.giveBack(borrowed), caller, executor(), () -> earlier.drop(borrowed));
    }

    private QueryExecutor executor() {
        return new QueryExecutor(admission, limits, clock, counters);
    }

    /** What is being asked, and how questions ended. */
    public WarehouseLoad load() {
        return counters.with(admission);
    }

    public WarehouseStatus status() {
        return status;
    }

    /** Looks at CURRENT and swaps where it has moved. A release that cannot be served leaves the old one in its place. */
    public synchronized void refresh() {
        if (closed) {
            return;
        }
        lastTried = Instant.now();
        Optional<String> wanted = Optional.empty();
        try {
            wanted = releases.currentId();
            Optional<String> unreadable = releases.currentProblem();
            if (unreadable.isPresent()) {
                say(wanted, unreadable);
                return;
            }
            if (wanted.isEmpty()) {
                say(wanted, Optional.of("Nothing has been published yet in " + data + ". Run the ETL first."));
                return;
            }
            if (!wanted.equals(openReleases.currentId())) {
                openReleases.replace(loader.load(wanted.get()));
            }
            say(wanted, Optional.empty());
        } catch (RuntimeException e) {
            LOG.warn("The wanted release {} is not served.", wanted.orElse("(unknown)"), e);
            say(wanted, Optional.of(e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    /** Refreshes again and again, until closed. What failed to load is tried again every half minute. */
    public synchronized void watch(Duration every) {
        if (watching != null) {
            watching.cancel(false);
        }
        watching =
                watcher.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops watching; what is open closes once its last reader is done. */
    @Override
    public void close() {
        watcher.shutdownNow();
        synchronized (this) {
            closed = true;
            openReleases.clear();
            earlier.close();
            say(status.wantedRelease(), Optional.of("The warehouse in " + data + " is closed."));
        }
    }

    /** A statement failed that should not: the serving file may have been damaged since it was loaded. */
    private void suspect(OpenRelease release) {
        if (checking.compareAndSet(false, true)) {
            try {
                watcher.execute(() -> checkServed(release));
            } catch (RejectedExecutionException e) {
                LOG.debug("The warehouse is being closed.", e);
            }
        }
    }

    /** Loads the release again where its serving file is no longer what was built, or its connection is lost. */
    private synchronized void checkServed(OpenRelease release) {
        String id = release.release().id();
        try {
            Optional<String> damage =
                    serving.damage(id).or(() -> release.connections().lost());
            if (closed || damage.isEmpty() || !openReleases.isCurrent(release)) {
                return;
            }
            LOG.warn("{} It is made again.", damage.get());
            say(status.wantedRelease(), Optional.of(damage.get() + " It is being made again."));
            openReleases.replace(loader.load(id));
            say(status.wantedRelease(), Optional.empty());
        } catch (RuntimeException e) {
            LOG.warn("Release {} could not be loaded again.", id, e);
            say(status.wantedRelease(), Optional.of(e.getMessage() == null ? e.toString() : e.getMessage()));
        } finally {
            checking.set(false);
        }
    }

    private synchronized void look() {
        try {
            earlier.closeIdle(Instant.now());
            boolean moved = !releases.currentId().equals(status.wantedRelease());
            boolean tryAgain = status.problem().isPresent()
                    && lastTried.plus(BEFORE_TRYING_AGAIN).isBefore(Instant.now());
            if (moved || tryAgain) {
                refresh();
            }
        } catch (RuntimeException e) {
            LOG.warn("CURRENT in {} cannot be looked at.", data, e);
        }
    }

    private void say(Optional<String> wanted, Optional<String> problem) {
        WarehouseStatus now = new WarehouseStatus(openReleases.currentId(), wanted, problem, status.since());
        if (!now.equals(status)) {
            status = new WarehouseStatus(now.servedRelease(), wanted, problem, Instant.now());
        }
    }

    /** One thread that goes when there is nothing to do and never keeps the program alive. */
    private static ScheduledExecutorService daemon(String name) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }
}
