package careledger.etl.command;

import careledger.etl.store.ReleaseStore;
import java.io.IOException;
import java.net.URI;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** Which store of releases, and how it is reached. */
final class StoreOptions {
    @Mixin
    private final HadoopOptions hadoop = new HadoopOptions();

    @Parameters(
            paramLabel = "ADDRESS",
            converter = FolderAddress.class,
            description = "The store, as in s3a://bucket/folder or file:///folder.")
    @SuppressWarnings("NullAway.Init")
    private URI address;

    ReleaseStore open(CommandSpec spec) throws IOException {
        return ReleaseStore.open(address, hadoop.settings(spec));
    }
}
