package careledger.answers.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>();

    @Test
    void callersAreServedInTurn() {
        List.of("a1", "a2", "a3").forEach(entry -> queue.add("a", entry));
        queue.add("b", "b1");
        queue.add("c", "c1");
        queue.add("c", "c2");

        assertThat(all()).containsExactly("a1", "b1", "c1", "a2", "c2", "a3");
    }

    @Test
    void theNewestEntryOfTheCallerWithMostIsDropped() {
        List.of("a1", "a2", "a3").forEach(entry -> queue.add("a", entry));
        queue.add("b", "b1");

        assertThat(queue.dropSurplus()).isEqualTo("a3");
        assertThat(all()).containsExactly("a1", "b1", "a2");
    }

    @Test
    void entryThatGivesUpIsRemovedOnce() {
        queue.add("a", "a1");
        queue.add("b", "b1");

        queue.remove("a", "a1");
        queue.remove("a", "a1");
        queue.remove("nobody", "a1");

        assertThat(queue.size()).isEqualTo(1);
        assertThat(all()).containsExactly("b1");
    }

    private List<String> all() {
        List<String> all = new ArrayList<>();
        while (!queue.isEmpty()) {
            assertThat(queue.next()).isNotNull();
            all.add(queue.take());
        }
        return all;
    }
}
