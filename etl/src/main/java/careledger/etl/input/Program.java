package careledger.etl.input;

import careledger.release.file.Digest;
import careledger.schema.catalogue.Catalogue;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program with its catalogue; a digest identifies its version. */
public final class Program {
    private Program() {}

    /** Of all classes and resources that decide what a delivered file comes to. */
    public static String digest() throws IOException {
        Digest digest = new Digest().add(Integer.toString(StarSchema.VERSION));
        for (Class<?> owner : List.of(Catalogue.class, Program.class)) {
            digest.add(home(owner));
        }
        return digest.hex();
    }

    /** The jar, or the folder of classes and resources, that a class comes from. */
    private static String home(Class<?> owner) throws IOException {
        Path home;
        try {
            home = Path.of(
                    owner.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("The program does not know where " + owner.getName() + " was loaded from.", e);
        }
        if (Files.isRegularFile(home)) {
            return Digest.of(home);
        }
        Digest digest = new Digest();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.add(home.relativize(file).toString()).add(Digest.of(file));
            }
        }
        return digest.hex();
    }
}
