package careledger.schema.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the files of a whole catalogue are. */
interface CatalogueFiles {
    /** The text of a file, named as in {@code indicators/health.yaml}; empty where it is missing. */
    Optional<String> text(String name);

    /** What messages call a file. */
    String named(String name);

    /** The project's own, inside the program. */
    record OnClassPath() implements CatalogueFiles {
        private static final String HOME = "/careledger/schema/catalogue/";

        @Override
        public Optional<String> text(String name) {
            try (InputStream in = CatalogueReader.class.getResourceAsStream(HOME + name)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("The catalogue's " + name + " cannot be read from the class path.", e);
            }
        }

        @Override
        public String named(String name) {
            return name;
        }
    }

    /** Files that are being written. */
    record InFolder(Path folder) implements CatalogueFiles {
        @Override
        public Optional<String> text(String name) {
            Path file = folder.resolve(name);
            try {
                return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " cannot be read as UTF-8.", e);
            }
        }

        @Override
        public String named(String name) {
            return folder.resolve(name).toString();
        }
    }
}
