package careledger.etl.input;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.star.StarSchema;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One digest of everything that a release is made from: the delivered bytes, their mappings, the catalogue and the
 * program. Two runs of one digest make the same release.
 */
public final class InputDigest {
    private InputDigest() {}

    public static String of(List<DeliveryFolder> folders) throws IOException {
        Sha256 sha = new Sha256().add(Integer.toString(StarSchema.VERSION));
        for (Class<?> owner : List.of(Catalogue.class, InputDigest.class)) {
            sha.add(program(owner));
        }
        for (DeliveryFolder folder : folders) {
            sha.add(folder.name()).add(folder.mappingSha256());
            for (DeliveredFile file : folder.files()) {
                sha.add(file.path()).add(file.sha256());
            }
        }
        return sha.hex();
    }

    /** The jar, or the folder of classes and resources, that a class comes from. */
    private static String program(Class<?> owner) throws IOException {
        Path home;
        try {
            home = Path.of(
                    owner.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("The program does not know where " + owner.getName() + " was loaded from.", e);
        }
        if (Files.isRegularFile(home)) {
            return Sha256.of(home);
        }
        Sha256 sha = new Sha256();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sha.add(home.relativize(file).toString()).add(Sha256.of(file));
            }
        }
        return sha.hex();
    }
}
