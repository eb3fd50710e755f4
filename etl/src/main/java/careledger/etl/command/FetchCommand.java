package careledger.etl.command;

import careledger.etl.store.ReleaseStore;
import careledger.etl.store.StoreFetch;
import careledger.etl.store.StoreFetch.Fetched;
import careledger.release.run.StoreContact;
import careledger.release.store.DataLock;
import careledger.release.store.Releases;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fetch ADDRESS}: the current release of a store comes to a data folder, once or again and again. */
@Command(
        name = "fetch",
        description =
                "Brings the current release of a store into the data folder, checked against its manifest; a running "
                        + "API serves it within seconds. A release that does not arrive whole is not served. "
                        + "Exit code 0: the store's release is current here; 1: it is not, and why; 2: wrong usage.",
        mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    private final StoreOptions where = new StoreOptions();

    @Mixin
    private final RetentionOptions retention = new RetentionOptions();

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            description = "Go on looking for a newer release, that often, until stopped.")
    private @Nullable Integer every;

    @Option(names = "--beside", paramLabel = "PID", description = "With --every: stop when that process ends.")
    private @Nullable Long beside;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (every != null && every < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Found --every " + every + ", expected seconds from 1 on.");
        }
        try (ReleaseStore store = where.open(spec)) {
            StoreFetch fetch = new StoreFetch(store, directories.data());
            if (every == null) {
                tell(fetch.fetch(), store);
                return CareLedger.DONE;
            }
            return again(fetch, store, Duration.ofSeconds(every));
        }
    }

    /** A failed check is reported; checking continues. */
    private int again(StoreFetch fetch, ReleaseStore store, Duration pause) throws InterruptedException {
        while (beside == null
                || ProcessHandle.of(beside).filter(ProcessHandle::isAlive).isPresent()) {
            try {
                Optional<Fetched> news = fetch.fetchNews();
                StoreContact.seen(directories.data(), store.toString(), pause);
                if (news.isPresent()) {
                    tell(news.get(), store);
                }
            } catch (IOException | RuntimeException e) {
                spec.commandLine().getErr().println("careledger: " + CareLedger.reason(e));
                spec.commandLine().getErr().flush();
                noted(store, pause, CareLedger.reason(e));
            }
            Thread.sleep(pause.toMillis());
        }
        return CareLedger.DONE;
    }

    /** On a full disk even this cannot be written; the service then sees that the file is old. */
    private void noted(ReleaseStore store, Duration pause, String problem) {
        try {
            StoreContact.failed(directories.data(), store.toString(), pause, problem);
        } catch (RuntimeException e) {
            spec.commandLine().getErr().println("careledger: " + CareLedger.reason(e));
            spec.commandLine().getErr().flush();
        }
    }

    private void tell(Fetched fetched, ReleaseStore store) {
        retention.retention(spec).ifPresent(rule -> {
            try (DataLock lock = DataLock.take(directories.data())) {
                new Releases(directories.data()).prune(lock, rule, Instant.now());
            }
        });
        spec.commandLine()
                .getOut()
                .println("Release " + fetched.release() + " of " + store + " is current here; " + fetched.fetched()
                        + " files were fetched.");
        spec.commandLine().getOut().flush();
    }
}
