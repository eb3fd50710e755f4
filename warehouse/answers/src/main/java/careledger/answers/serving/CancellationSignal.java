package careledger.answers.serving;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who waits for an answer. Once nobody does, the work for it is given up. May be used by several threads. */
public final class CancellationSignal {
    private final Set<Runnable> whenGone = new LinkedHashSet<>();
    private boolean gone;
    private volatile String name = "";

    /** Who this is, so that places are shared between callers: an address or the name of a key. */
    public String name() {
        return name;
    }

    public void identify(String as) {
        name = as;
    }

    /** Is waited for until {@link #close()}. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Nobody waits any more. Saying so twice is no mistake. */
    public void hangUp() {
        List<Runnable> now;
        synchronized (this) {
            gone = true;
            now = new ArrayList<>(whenGone);
            whenGone.clear();
        }
        now.forEach(Runnable::run);
    }

    public synchronized boolean gone() {
        return gone;
    }

    /** Does the work once the caller has gone; at once, where it has. */
    public Watch whenGone(Runnable work) {
        Runnable ours = () -> work.run();
        boolean already;
        synchronized (this) {
            already = gone;
            if (!already) {
                whenGone.add(ours);
            }
        }
        if (already) {
            work.run();
        }
        return () -> forget(ours);
    }

    private synchronized void forget(Runnable work) {
        whenGone.remove(work);
    }
}
