package careledger.answers.serving;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What waits, by caller in turn: the first entry of every caller comes before the second of any, so that a caller with many
 * requests delays mostly itself. Used by one thread at a time.
 */
public final class FairQueue<T> {
    private final Map<String, Deque<T>> byCaller = new LinkedHashMap<>();
    private int size;

    public void add(String caller, T entry) {
        byCaller.computeIfAbsent(caller, any -> new ArrayDeque<>()).add(entry);
        size++;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The entry whose turn it is, which stays. @throws NoSuchElementException where nothing waits */
    public T next() {
        return first().getValue().element();
    }

    /** Removes the entry whose turn it is; its caller goes to the end. @throws NoSuchElementException where nothing waits */
    public T take() {
        Map.Entry<String, Deque<T>> first = first();
        String caller = first.getKey();
        Deque<T> entries = first.getValue();
        T entry = entries.remove();
        size--;
        byCaller.remove(caller);
        if (!entries.isEmpty()) {
            byCaller.put(caller, entries);
        }
        return entry;
    }

    /** Removes an entry wherever it waits; where it does not, nothing happens. */
    public void remove(String caller, T entry) {
        Deque<T> entries = byCaller.get(caller);
        if (entries != null && entries.remove(entry)) {
            size--;
            if (entries.isEmpty()) {
                byCaller.remove(caller);
            }
        }
    }

    /** Removes the newest entry of the caller who has most. @throws NoSuchElementException where nothing waits */
    public T dropSurplus() {
        Map.Entry<String, Deque<T>> most = byCaller.entrySet().stream()
                .max(Comparator.comparingInt(caller -> caller.getValue().size()))
                .orElseThrow();
        T entry = most.getValue().getLast();
        remove(most.getKey(), entry);
        return entry;
    }

    private Map.Entry<String, Deque<T>> first() {
        if (byCaller.isEmpty()) {
            throw new NoSuchElementException("Nothing waits.");
        }
        return byCaller.entrySet().iterator().next();
    }
}
