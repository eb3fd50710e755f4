package careledger.etl.stage;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars that executors need and Spark does not bring: this program's, and those that its manifest names beside it.
 * What only the driver uses stays with it.
 */
final class ShippedJars {
    private static final List<String> OF_THE_DRIVER = List.of("duckdb_jdbc-", "picocli-");

    private ShippedJars() {}

    /** With commas between, as {@code spark.jars} takes them, after those given; a program in no jar adds none. */
    static String with(String given) throws IOException {
        Set<String> jars = new LinkedHashSet<>();
        Stream.of(given.split(",")).filter(jar -> !jar.isBlank()).forEach(jars::add);
        Path program = program();
        if (Files.isRegularFile(program)) {
            jars.addAll(list(program));
        }
        return String.join(",", jars);
    }

    private static List<String> list(Path program) throws IOException {
        List<String> jars = new ArrayList<>();
        jars.add(program.toUri().toString());
        try (JarFile jar = new JarFile(program.toFile())) {
            String beside = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : beside == null ? new String[0] : beside.split(" ")) {
                URI uri = program.toUri().resolve(name);
                String file = new File(uri).getName();
                if (OF_THE_DRIVER.stream().noneMatch(file::startsWith)) {
                    jars.add(uri.toString());
                }
            }
        }
        return jars;
    }

    private static Path program() throws IOException {
        try {
            return Path.of(ShippedJars.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("The program does not know where it was loaded from.", e);
        }
    }
}
