package careledger.schema.catalogue;

import careledger.schema.text.Nearest;
import careledger.schema.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The area that the warehouse is about: first in tables, and shown where nobody asks for another. */
public final class FocusArea {
    private static final String HOME = "/careledger/schema/catalogue/focus.yaml";
    private static final String CODE = "[A-Z][0-9]{8}";

    private FocusArea() {}

    /** The code of {@code focus.yaml}. */
    public static String standard() {
        try (InputStream in = Objects.requireNonNull(FocusArea.class.getResourceAsStream(HOME), HOME)) {
            return YamlFile.parse("focus.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .root()
                    .text("area");
        } catch (IOException e) {
            throw new UncheckedIOException(HOME + " cannot be read from the class path.", e);
        }
    }

    /**
     * The code of an area given by code or name.
     *
     * @throws IllegalArgumentException with the nearest names, where there is no area of that name
     */
    public static String of(String codeOrName) {
        String text = codeOrName.strip();
        if (text.equals(standard())) {
            return text;
        }
        Catalogue catalogue = CatalogueReader.builtIn();
        return catalogue
                .area(text)
                .map(Area::id)
                .or(() -> text.matches(CODE) ? Optional.of(text) : Optional.empty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no area '" + text + "'." + Nearest.sentence(text, catalogue.areaNames())));
    }
}
