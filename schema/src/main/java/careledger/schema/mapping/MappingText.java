package careledger.schema.mapping;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words of a mapping as they lie in a delivery's folder.
 *
 * @param yaml text of extract.yaml
 * @param tables text of each table of measures beside it, by file name
 */
public record MappingText(String yaml, Map<String, String> tables) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** How the name of a table of measures ends. */
    public static final String TABLE = ".measures.csv";

    public MappingText {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    }

    /** A mapping that is all in extract.yaml. */
    public static MappingText of(String yaml) {
        return new MappingText(yaml, Map.of());
    }

    /** The extract.yaml of each, by folder. */
    public static Map<String, String> yamls(Map<String, MappingText> mappings) {
        Map<String, String> yamls = new TreeMap<>();
        mappings.forEach((folder, text) -> yamls.put(folder, text.yaml()));
        return yamls;
    }
}
