package careledger.answers.serving;

import careledger.release.servingfile.ServingFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Releases before the current one that are open because somebody asked for them: a few at most, opened one after the
 * other. One that nobody has asked for a while is closed, so that it can be pruned.
 */
final class EarlierReleases implements AutoCloseable {
    static final int MOST = 2;
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(2);

    private final ServingFolder folder;
    private final ReleaseLoader loader;
    private final Duration longestWait;
    private final ReentrantLock opening = new ReentrantLock(true);
    private final Map<String, Earlier> open = new HashMap<>();
    private boolean closed;

    EarlierReleases(ServingFolder folder, ReleaseLoader loader, Duration longestWait) {
        this.folder = folder;
        this.loader = loader;
        this.longestWait = longestWait;
    }

    /** Opens it where it is not open. @throws OverloadedException where no place comes free in time */
    OpenRelease borrow(String id) {
        Optional<OpenRelease> there = borrowOpen(id);
        return there.isPresent() ? there.get() : inTurn(() -> borrowOpen(id).orElseGet(() -> opened(id)));
    }

    synchronized void giveBack(OpenRelease release) {
        release.giveBack();
        Earlier asked = open.get(release.release().id());
        if (asked != null && asked.release == release) {
            asked.readers--;
            asked.lastAsked = Instant.now();
        }
    }

    /** It may be damaged: the next to ask opens it again. */
    synchronized void drop(OpenRelease release) {
        Earlier asked = open.get(release.release().id());
        if (asked != null && asked.release == release) {
            open.remove(release.release().id());
            release.retire();
        }
    }

    synchronized void closeIdle(Instant now) {
        open.values().stream()
                .filter(one -> one.readers == 0 && one.lastAsked.plus(IDLE).isBefore(now))
                .toList()
                .forEach(one -> drop(one.release));
        if (!opening.isLocked()) {
            sweep();
        }
    }

    /** Nobody can borrow any more; what is read closes with its last reader. */
    @Override
    public synchronized void close() {
        closed = true;
        open.values().stream().toList().forEach(one -> drop(one.release));
    }

    synchronized Set<String> ids() {
        return Set.copyOf(open.keySet());
    }

    private OpenRelease opened(String id) {
        makeRoom();
        sweep();
        OpenRelease release = loader.load(id);
        synchronized (this) {
            release.borrow();
            if (closed) {
                release.retire();
                release.giveBack();
                throw new NoReleaseException("The warehouse is closed.");
            }
            open.put(id, new Earlier(release));
            return release;
        }
    }

    private synchronized Optional<OpenRelease> borrowOpen(String id) {
        @Nullable Earlier asked = open.get(id);
        if (asked == null) {
            return Optional.empty();
        }
        asked.readers++;
        asked.release.borrow();
        return Optional.of(asked.release);
    }

    /** Closes the one that was not asked for longest, where all places are taken. */
    private synchronized void makeRoom() {
        if (open.size() < MOST) {
            return;
        }
        Earlier idle = open.values().stream()
                .filter(one -> one.readers == 0)
                .min(Comparator.comparing(one -> one.lastAsked))
                .orElseThrow(() -> new OverloadedException(
                        "As many earlier releases as may be open are being read", BEFORE_ASKING_AGAIN));
        drop(idle.release);
    }

    private synchronized void sweep() {
        folder.sweep(ids());
    }

    private OpenRelease inTurn(Supplier<OpenRelease> work) {
        try {
            if (!opening.tryLock(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OverloadedException("Another earlier release is being opened", BEFORE_ASKING_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OverloadedException("The service is stopping", BEFORE_ASKING_AGAIN);
        }
        try {
            return work.get();
        } finally {
            opening.unlock();
        }
    }

    /** One that is open, and who reads it. */
    private static final class Earlier {
        private final OpenRelease release;
        private int readers = 1;
        private Instant lastAsked = Instant.now();

        Earlier(OpenRelease release) {
            this.release = release;
        }
    }
}
