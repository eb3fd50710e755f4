package careledger.etl.command;

import careledger.etl.store.ReleaseStore;
import careledger.etl.store.StorePublication;
import careledger.release.store.Releases;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code publish ADDRESS}: the current release goes to where others fetch it. */
@Command(
        name = "publish",
        description = "Publishes the current release to a store, from which `fetch` brings it to other machines. "
                + "Exit code 0: it is the store's current release; 1: it is not, and why; 2: wrong usage.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    private final StoreOptions where = new StoreOptions();

    @Override
    public Integer call() throws IOException {
        try (ReleaseStore store = where.open(spec)) {
            spec.commandLine().getOut().println(published(directories.data(), store, StorePublication::publish));
        }
        spec.commandLine().getOut().flush();
        return CareLedger.DONE;
    }

    /** Publishes the current release of a data folder, where the store has another. @return what came of it, in words */
    static String publishedIfNew(Path data, URI address, Map<String, String> settings) throws IOException {
        try (ReleaseStore store = ReleaseStore.open(address, settings)) {
            return published(data, store, StorePublication::publishIfNew);
        }
    }

    private static String published(Path data, ReleaseStore store, Way way) throws IOException {
        String id = new Releases(data)
                .namedId()
                .orElseThrow(() -> new IOException("No release is published in " + data + " yet; run the ETL first."));
        return way.publish(new StorePublication(data, store), id)
                ? "Release " + id + " is current at " + store + "."
                : "Release " + id + " was current at " + store + " already.";
    }

    private interface Way {
        boolean publish(StorePublication publication, String id) throws IOException;
    }
}
