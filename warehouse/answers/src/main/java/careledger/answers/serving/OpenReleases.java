package careledger.answers.serving;

import careledger.release.servingfile.ServingFolder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The releases that are open: the current one, and older ones that still have readers. */
final class OpenReleases {
    private final ServingFolder folder;
    private final Set<OpenRelease> open = new HashSet<>();
    private @Nullable OpenRelease current;

    OpenReleases(ServingFolder folder) {
        this.folder = folder;
    }

    /** The current release, borrowed. */
    synchronized Optional<OpenRelease> borrow() {
        OpenRelease asked = current;
        if (asked == null) {
            return Optional.empty();
        }
        asked.borrow();
        return Optional.of(asked);
    }

    synchronized Optional<String> currentId() {
        return Optional.ofNullable(current).map(release -> release.release().id());
    }

    synchronized boolean isCurrent(OpenRelease release) {
        return current == release;
    }

    /** Puts a release in the current one's place. */
    synchronized void replace(OpenRelease next) {
        OpenRelease old = current;
        open.add(next);
        current = next;
        if (old != null) {
            retire(old);
        }
        sweep();
    }

    synchronized void giveBack(OpenRelease release) {
        release.giveBack();
        tidy(release);
    }

    /** Nobody can borrow any more; what is open closes with its last reader. Files stay for the next start. */
    synchronized void clear() {
        OpenRelease last = current;
        current = null;
        if (last != null) {
            retire(last);
        }
    }

    private void retire(OpenRelease release) {
        release.retire();
        tidy(release);
    }

    private void tidy(OpenRelease release) {
        if (release.closed() && open.remove(release) && current != null) {
            sweep();
        }
    }

    private void sweep() {
        folder.sweep(open.stream().map(one -> one.release().id()).collect(Collectors.toSet()));
    }
}
