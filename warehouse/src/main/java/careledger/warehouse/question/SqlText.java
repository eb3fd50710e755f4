package careledger.warehouse.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A statement kept as a resource at the path of the class that asks it. */
public final class SqlText {
    private SqlText() {}

    /** @param name file name without {@code .sql} */
    public static String of(Class<?> asking, String name) {
        try (InputStream resource = asking.getResourceAsStream(name + ".sql")) {
            if (resource == null) {
                throw new IllegalStateException(name + ".sql is missing beside " + asking.getName());
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + ".sql beside " + asking.getName(), e);
        }
    }
}
