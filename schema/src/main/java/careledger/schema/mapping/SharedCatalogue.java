package careledger.schema.mapping;

import careledger.schema.catalogue.Catalogue;
import careledger.schema.catalogue.CatalogueReader;
import careledger.schema.yaml.YamlFile;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The one catalogue of a load: the project's own and what all deliveries add to it. What one adds every other can use, and
 * the order of the folders decides nothing.
 */
public final class SharedCatalogue {
    private static final Pattern ADDS = Pattern.compile("(?m)^[\"']?(?:indicators|areas|dimensions)[\"']?\\s*:");

    private SharedCatalogue() {}

    /** @param mappings text of each delivery's extract.yaml, by folder */
    public static Catalogue of(Map<String, String> mappings, Catalogue builtIn) {
        return reader(mappings, builtIn).catalogue();
    }

    /** A reader that knows what all these add and by which of them it was added. */
    static CatalogueReader reader(Map<String, String> mappings, Catalogue builtIn) {
        CatalogueReader reader = CatalogueReader.startingWith(builtIn);
        adding(mappings).forEach((folder, text) -> {
            YamlFile yaml = YamlFile.parse(folder + "/extract.yaml", text);
            reader.addUnchecked(yaml.name(), yaml.root());
        });
        return reader;
    }

    /** The mappings that add something, in the order of their folders. */
    public static Map<String, String> adding(Map<String, String> mappings) {
        Map<String, String> adding = new TreeMap<>(mappings);
        adding.values().removeIf(text -> !ADDS.matcher(text).find());
        return adding;
    }
}
