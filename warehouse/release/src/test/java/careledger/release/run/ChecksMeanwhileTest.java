package careledger.release.run;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.release.TinyRelease;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import careledger.release.store.Retention;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks find no damage where others only do their work. */
class ChecksMeanwhileTest {
    private static final int ROUNDS = 12;

    @TempDir
    Path data;

    @Test
    void releasesThatArePrunedWhileTheyAreVerifiedAreNotDamaged() throws InterruptedException {
        Thread pruning = new Thread(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                TinyRelease.published(data, "r" + round);
                try (DataLock lock = DataLock.take(data)) {
                    new Releases(data).prune(lock, Retention.ofNewest(1), Instant.now());
                }
            }
        });
        pruning.start();
        List<Map<String, List<String>>> wrong = new ArrayList<>();
        int checks = 0;
        while (pruning.isAlive()) {
            Map<String, List<String>> checked = new Releases(data).verifyAll();
            checks++;
            if (!checked.values().stream().allMatch(List::isEmpty)) {
                wrong.add(checked);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checks).isPositive();
    }

    @Test
    void recordsThatAreForgottenMeanwhileAreNotDamaged() throws InterruptedException {
        RunRecords records = new RunRecords(data);
        records.write(RunRecord.started("run-20260101T000000000Z", "test", Optional.empty())
                .unchanged("Nothing changed."));
        Thread looking = new Thread(() -> {
            for (int round = 1; round < 300; round++) {
                String id = records.idOf(records.nextStamp(Instant.now()));
                records.writeEnd(RunRecord.started(id, "test", Optional.empty()).unchanged("Nothing changed."));
            }
        });
        looking.start();
        while (looking.isAlive()) {
            assertThat(records.damaged()).isEmpty();
        }
    }
}
