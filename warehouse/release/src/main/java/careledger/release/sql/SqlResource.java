package careledger.release.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** SQL statements kept as resources next to their classes, one per file. */
public final class SqlResource {
    private SqlResource() {}

    /** The statement in {@code <name>.sql} at the class's path. */
    public static String of(Class<?> place, String name) {
        String file = name + ".sql";
        try (InputStream in = place.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no " + file + " beside " + place.getName() + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " beside " + place.getName() + " cannot be read.", e);
        }
    }
}
