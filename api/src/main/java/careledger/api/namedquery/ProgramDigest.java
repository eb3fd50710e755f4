package careledger.api.namedquery;

import careledger.answers.serving.Warehouse;
import careledger.release.file.Digest;
import careledger.schema.star.StarSchema;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Identifies a build of the program, so that clients drop cached responses of an earlier build. */
public final class ProgramDigest {
    private static final List<Class<?>> MODULES =
            List.of(ProgramDigest.class, Warehouse.class, Digest.class, StarSchema.class);

    private ProgramDigest() {}

    public static String compute() {
        StringBuilder modules = new StringBuilder();
        MODULES.forEach(module -> modules.append(of(module)));
        return modules.toString();
    }

    /** Of the jar's bytes; classes that lie in a folder, as while developing, are others at every start. */
    private static String of(Class<?> module) {
        try {
            Path place = Path.of(
                    module.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(place)
                    ? Digest.of(place)
                    : UUID.randomUUID().toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The code of " + module + " lies at no address.", e);
        }
    }
}
