package careledger.api.graphql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of the GraphQL contract that is served, descriptions included. */
public final class ServedContract {
    private static final String CONTRACT = "/careledger/schema/schema.graphqls";

    private ServedContract() {}

    /** The contract exactly as in its file. */
    public static String text() {
        try (InputStream file = ServedContract.class.getResourceAsStream(CONTRACT)) {
            if (file == null) {
                throw new IllegalStateException(CONTRACT + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + CONTRACT, e);
        }
    }
}
