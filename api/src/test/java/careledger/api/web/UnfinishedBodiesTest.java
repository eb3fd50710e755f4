package careledger.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnfinishedBodiesTest {
    private final List<Integer> dropped = new ArrayList<>();

    @Test
    void threeHundredReadersOfOneAddressAllArrive() {
        UnfinishedBodies bodies = new UnfinishedBodies(1_000_000);

        for (int i = 0; i < 300; i++) {
            assertThat(enter(bodies, "library", 1_000, i)).isTrue();
        }

        assertThat(dropped).isEmpty();
    }

    @Test
    void oldestOfAnAddressIsDroppedForItsNewest() {
        UnfinishedBodies bodies = new UnfinishedBodies(1_000_000);
        for (int i = 0; i < UnfinishedBodies.EACH_ADDRESS + 2; i++) {
            assertThat(enter(bodies, "attacker", 10, i)).isTrue();
        }

        assertThat(dropped).containsExactly(0, 1);
        assertThat(enter(bodies, "reader", 10, 1_000)).isTrue();
        assertThat(dropped).hasSize(2);
    }

    @Test
    void memoryIsBounded() {
        UnfinishedBodies bodies = new UnfinishedBodies(100);

        assertThat(enter(bodies, "one", 60, 0)).isTrue();
        assertThat(enter(bodies, "other", 60, 1)).isFalse();
        assertThat(enter(bodies, "one", 60, 2)).isTrue();
        assertThat(dropped).containsExactly(0);
    }

    @Test
    void roomIsGivenBackOnce() {
        UnfinishedBodies bodies = new UnfinishedBodies(100);
        UnfinishedBodies.Place place = bodies.enter("one", 60, () -> {}).orElseThrow();

        place.close();
        place.close();

        assertThat(enter(bodies, "other", 60, 1)).isTrue();
        assertThat(enter(bodies, "third", 60, 2)).isFalse();
    }

    private boolean enter(UnfinishedBodies bodies, String address, int bytes, int number) {
        return bodies.enter(address, bytes, () -> dropped.add(number)).isPresent();
    }
}
