package careledger.etl.input;

import careledger.release.file.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** One digest of all that a mapping is made of: extract.yaml alone, or with the tables of measures beside it. */
public final class MappingDigest {
    private MappingDigest() {}

    /** @param tables text of each table, by file name */
    public static String of(byte[] yaml, Map<String, String> tables) throws IOException {
        if (tables.isEmpty()) {
            return Digest.of(yaml);
        }
        Digest digest = new Digest().add(Digest.of(yaml));
        for (Map.Entry<String, String> table : new TreeMap<>(tables).entrySet()) {
            digest.add(table.getKey()).add(Digest.of(table.getValue().getBytes(StandardCharsets.UTF_8)));
        }
        return digest.hex();
    }
}
