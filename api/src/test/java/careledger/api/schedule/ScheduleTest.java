package careledger.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import careledger.api.config.CareLedgerProperties;
import careledger.release.run.RunRecord;
import careledger.release.run.RunRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** With real processes of a script in the launcher's place. */
@Timeout(120)
class ScheduleTest {
    private static final String EVERY_SECOND = "* * * * * *";
    private static final String ONCE_A_YEAR = "0 0 0 1 1 *";

    @TempDir
    private Path folder;

    private final List<Object> told = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ScriptedLauncher launcher;

    private @Nullable Schedule schedule;

    @BeforeEach
    void write() throws IOException {
        launcher = new ScriptedLauncher(folder);
        settings.put("launcher", launcher.script().toString());
        settings.put("extracts", launcher.extracts().toString());
        settings.put("cron", ONCE_A_YEAR);
        settings.put("stopping", "200ms");
    }

    @AfterEach
    void stop() {
        if (schedule != null) {
            schedule.stop();
        }
    }

    @Nested
    class Looking {
        @Test
        void startsTheCommandOfAPersonWithoutBuilding() {
            settings.put("memory", "700m");
            settings.put("options", "--keep=10");

            start();

            until(() -> ScheduledRunOutcome.UNCHANGED == lastOutcome());
            assertThat(launcher.calls())
                    .containsExactly("build=never memory=700m etl run --trigger schedule --timeout 7200s --data "
                            + folder.resolve("data") + " --extracts " + launcher.extracts() + " --keep=10");
        }

        @Test
        void furtherFoldersAreHandedOnWithTheirCommas() {
            settings.put("further-extracts[0]", folder.resolve("a, b").toString());

            start();

            until(() -> ScheduledRunOutcome.UNCHANGED == lastOutcome());
            assertThat(launcher.calls())
                    .singleElement()
                    .asString()
                    .endsWith("--extracts " + launcher.extracts() + " --extracts " + folder.resolve("a, b"));
        }

        @Test
        void addressOfDeliveriesIsHandedOnAsItIs() {
            settings.put("extracts", "s3a://ledger/deliveries");

            start();

            until(() -> ScheduledRunOutcome.UNCHANGED == lastOutcome());
            assertThat(launcher.calls()).singleElement().asString().endsWith("--extracts s3a://ledger/deliveries");
        }

        @Test
        void newReleaseIsTold() throws Exception {
            launcher.does("mkdir -p data; echo r2 > data/CURRENT");

            start();

            until(() -> ScheduledRunOutcome.PUBLISHED == lastOutcome());
            assertThat(standing().lastGood()).isPresent();
        }

        @Test
        void goesOnByTheCronExpression() {
            settings.put("cron", EVERY_SECOND);
            settings.put("at-start", "false");

            start();

            until(() -> launcher.calls().size() >= 2);
        }

        @Test
        void anotherRunAtWorkIsNoFailure() throws Exception {
            launcher.does("exit 3");

            start();

            until(() -> ScheduledRunOutcome.BUSY == lastOutcome());
            assertThat(standing().failures()).isZero();
            assertThat(standing().retryAt()).isEmpty();
        }

        @Test
        void nothingIsStartedWithoutALauncherOrWhereItIsSwitchedOff() {
            settings.put("enabled", "false");

            start();

            assertThat(standing().next()).isEmpty();
            assertThat(launcher.calls()).isEmpty();
            assertThat(properties(Map.of()).schedule().on()).isFalse();
        }
    }

    @Nested
    class Failing {
        @Test
        void isTriedAgainByItselfUntilARunSucceeds() throws Exception {
            settings.put("backoff.first", "50ms");
            settings.put("backoff.longest", "200ms");
            launcher.does("echo 'careledger: the disk is full' >&2; exit 1");

            start();
            until(() -> standing().failures() >= 3);
            assertThat(standing().last())
                    .hasValueSatisfying(look -> assertThat(look.message()).isEqualTo("careledger: the disk is full"));
            launcher.does("exit 0");

            until(() -> standing().failures() == 0);
            assertThat(told)
                    .filteredOn(one -> one instanceof ScheduledRunEnded ended && ended.failing())
                    .hasSize(1);
            assertThat(told)
                    .filteredOn(one -> one instanceof ScheduledRunEnded ended && ended.recovered())
                    .hasSize(1);
        }

        @Test
        void sameDeliveriesAreLeftAloneAndChangedOnesLookedAtAtOnce() throws Exception {
            settings.put("cron", EVERY_SECOND);
            settings.put("backoff.first", "1h");
            launcher.does("exit 1");
            start();
            until(() -> standing().failures() == 1);

            untilTwoMoreMomentsHavePassed();
            assertThat(launcher.calls()).hasSize(1);
            launcher.does("exit 0");
            launcher.deliver("as it was mended");

            until(() -> standing().failures() == 0);
            assertThat(launcher.calls()).hasSizeGreaterThanOrEqualTo(2);
        }

        @Test
        void endsAfterARunByHandThatWentWell() throws Exception {
            settings.put("cron", EVERY_SECOND);
            settings.put("backoff.first", "1h");
            launcher.does("exit 1");
            start();
            until(() -> standing().failures() == 1);

            launcher.does("exit 0");
            records()
                    .write(RunRecord.started("run-1", "command line", Optional.empty())
                            .unchanged("Nothing new."));

            until(() -> standing().failures() == 0);
        }

        @Test
        void isKnownAfterARestart() {
            records()
                    .write(RunRecord.started("run-1", "start", Optional.empty()).unchanged("Nothing new."));
            records()
                    .write(RunRecord.started("run-2", "start", Optional.empty()).failed("It was broken."));
            settings.put("cron", EVERY_SECOND);
            settings.put("backoff.first", "1h");

            start();

            untilTwoMoreMomentsHavePassed();
            assertThat(standing().failures()).isEqualTo(1);
            assertThat(standing().lastGood()).isPresent();
            assertThat(launcher.calls()).isEmpty();
        }

        @Test
        void commandThatIsNotThereIsAFailure() {
            settings.put("launcher", folder.resolve("nowhere").toString());

            start();

            until(() -> ScheduledRunOutcome.FAILED == lastOutcome());
            assertThat(standing().last())
                    .hasValueSatisfying(look -> assertThat(look.message()).contains("cannot be started", "nowhere"));
        }

        private void untilTwoMoreMomentsHavePassed() {
            var next = standing().next().orElseThrow();
            until(() -> standing().next().orElseThrow().isAfter(next.plusSeconds(1)));
        }
    }

    @Nested
    class Ending {
        @Test
        void runThatTakesTooLongIsStoppedWithAllThatItStarted() throws Exception {
            settings.put("timeout", "1s");
            launcher.does("sleep 600 & echo $! > child; wait");

            start();

            until(() -> ScheduledRunOutcome.TIMED_OUT == lastOutcome());
            assertThat(standing().failures()).isEqualTo(1);
            until(() -> !childIsAlive());
        }

        @Test
        void runThatWillNotEndIsKilled() throws Exception {
            settings.put("timeout", "1s");
            launcher.does("trap '' TERM; echo $$ > child; while true; do sleep 0.1; done");

            start();

            until(() -> ScheduledRunOutcome.TIMED_OUT == lastOutcome());
            until(() -> !childIsAlive());
        }

        @Test
        void runEndsWithTheService() throws Exception {
            launcher.does("echo $$ > child.new; mv child.new child; sleep 600");
            start();
            until(() -> Files.exists(folder.resolve("child")));
            assertThat(standing().runningSince()).isPresent();

            stop();

            until(() -> !childIsAlive());
            assertThat(standing().failures()).isZero();
        }

        /** One that has ended and that nobody has asked about may be listed still, but has no command. */
        private boolean childIsAlive() {
            try {
                long pid =
                        Long.parseLong(Files.readString(folder.resolve("child")).strip());
                return ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().command())
                        .isPresent();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Nested
    class Settings {
        @Test
        void everythingThatIsWrongIsSaidAtOnce() {
            settings.put("cron", "every day");
            settings.put("zone", "Leicester");
            settings.put("memory", "much");
            settings.put("extracts", "");
            settings.put("backoff.longest", "1s");

            assertThat(problem())
                    .contains(
                            "careledger.schedule.cron is a cron expression of six fields",
                            "careledger.schedule.zone is a time zone such as Europe/London; found 'Leicester'",
                            "careledger.schedule.memory",
                            "careledger.schedule.extracts is the folder of the deliveries",
                            "careledger.schedule.backoff.longest");
        }

        @Test
        void dayThatNeverComesIsRefused() {
            settings.put("cron", "0 0 0 30 2 *");

            assertThat(problem()).contains("never comes");
        }

        private String problem() {
            try {
                properties(settings);
            } catch (RuntimeException e) {
                Throwable root = e;
                while (root.getCause() != null) {
                    root = root.getCause();
                }
                return String.valueOf(root.getMessage());
            }
            throw new AssertionError("the settings were taken: " + settings);
        }
    }

    private void start() {
        schedule = new Schedule(properties(settings), records(), told::add);
        schedule.start();
    }

    private RunRecords records() {
        return new RunRecords(folder.resolve("data"));
    }

    private ScheduleState standing() {
        return Objects.requireNonNull(schedule).standing();
    }

    private @Nullable ScheduledRunOutcome lastOutcome() {
        return standing().last().map(ScheduledRun::outcome).orElse(null);
    }

    private CareLedgerProperties properties(Map<String, String> schedule) {
        Map<String, String> all = new HashMap<>();
        all.put("careledger.data", folder.resolve("data").toString());
        schedule.forEach((key, value) -> all.put("careledger.schedule." + key, value));
        return new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("careledger", CareLedgerProperties.class);
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError("it never came to hold", e);
            }
        }
    }
}
