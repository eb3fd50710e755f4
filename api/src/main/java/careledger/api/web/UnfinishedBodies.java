package careledger.api.web;

import careledger.api.config.CareLedgerProperties;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Requests whose body is still arriving: a number for each address, and memory for all of them together. Where an address
 * has too many, its oldest one is dropped for the new one: an ordinary body arrives within milliseconds.
 */
@Component
final class UnfinishedBodies {
    static final int EACH_ADDRESS = CareLedgerProperties.Limits.UNFINISHED_BODIES;

    private static final int SHARE_OF_HEAP = 20;

    private final Map<String, Deque<Place>> byAddress = new HashMap<>();
    private final long total;
    private long held;

    @Autowired
    UnfinishedBodies(CareLedgerProperties properties) {
        this(Math.max(
                2L * properties.limits().connection().bodyBytes(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    UnfinishedBodies(long total) {
        this.total = total;
    }

    /**
     * Lets another body of so many bytes arrive.
     *
     * @param drop ends it early
     * @return nothing where all memory is in use
     */
    Optional<Place> enter(String address, int bytes, Runnable drop) {
        Place place = new Place(address, bytes, drop);
        Optional<Place> oldest;
        synchronized (this) {
            Deque<Place> known = byAddress.computeIfAbsent(address, any -> new ArrayDeque<>());
            boolean full = known.size() >= EACH_ADDRESS || held + bytes > total;
            if (full && known.isEmpty()) {
                byAddress.remove(address);
                return Optional.empty();
            }
            oldest = full ? Optional.of(known.remove()) : Optional.empty();
            oldest.ifPresent(one -> held -= one.bytes);
            known.add(place);
            held += bytes;
        }
        oldest.ifPresent(one -> one.drop.run());
        return Optional.of(place);
    }

    private synchronized void leave(Place place) {
        Deque<Place> known = byAddress.get(place.address);
        if (known != null && known.remove(place)) {
            held -= place.bytes;
            if (known.isEmpty()) {
                byAddress.remove(place.address);
            }
        }
    }

    /** Room for one body, until it is closed; closing it twice does no harm. */
    final class Place implements AutoCloseable {
        private final String address;
        private final int bytes;
        private final Runnable drop;

        private Place(String address, int bytes, Runnable drop) {
            this.address = address;
            this.bytes = bytes;
            this.drop = drop;
        }

        @Override
        public void close() {
            leave(this);
        }
    }
}
