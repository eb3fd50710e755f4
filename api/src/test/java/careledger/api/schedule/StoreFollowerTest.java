package careledger.api.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import careledger.api.config.CareLedgerProperties;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A store goes on being followed whatever becomes of the process that fetches. */
class StoreFollowerTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Map<String, String> settings = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    private ScriptedLauncher launcher;

    @BeforeEach
    void follow() throws Exception {
        launcher = new ScriptedLauncher(folder);
        settings.put("launcher", launcher.script().toString());
        settings.put("address", "s3a://ledger/prod");
        settings.put("again", "10ms");
        settings.put("memory", "200m");
    }

    @Test
    void starts_the_fetcher_again_where_it_ends() throws Exception {
        settings.put("every", "7s");
        settings.put("options", "--conf,a=b");
        launcher.does("exit 1");
        StoreFollower follower = started();

        until(() -> launcher.calls().size() >= 3);

        follower.stop();
        assertThat(launcher.calls())
                .first()
                .isEqualTo("build=never memory=200m fetch s3a://ledger/prod --data " + folder.resolve("data")
                        + " --every 7 --beside " + ProcessHandle.current().pid() + " --conf a=b");
    }

    @Test
    void ends_the_fetcher_with_the_service() throws Exception {
        launcher.does("exec sleep 600");
        StoreFollower follower = started();
        until(() -> launcher.calls().size() == 1 && children() > 0);

        follower.stop();

        until(() -> children() == 0);
        assertThat(launcher.calls()).hasSize(1);
    }

    @Test
    void starts_nothing_where_no_store_is_followed() {
        settings.put("address", "");
        StoreFollower follower = started();

        assertThat(follower.isRunning()).isFalse();
    }

    @Test
    void refuses_an_address_without_a_command() {
        settings.remove("launcher");
        assertThatThrownBy(this::started)
                .rootCause()
                .hasMessageContaining("careledger.follow.launcher is the command whose fetch is started");
    }

    private StoreFollower started() {
        Map<String, String> all = new HashMap<>();
        all.put("careledger.data", folder.resolve("data").toString());
        settings.forEach((key, value) -> all.put("careledger.follow." + key, value));
        StoreFollower follower = new StoreFollower(new Binder(new MapConfigurationPropertySource(all))
                .bindOrCreate("careledger", CareLedgerProperties.class));
        follower.start();
        return follower;
    }

    private static long children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
