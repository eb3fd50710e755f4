package careledger.schema.mapping;

import careledger.schema.observation.Notes;
import java.util.Map;
import java.util.Optional;

/**
 * A file with one figure in each row, read from running text; everything about a figure is in its row.
 *
 * @param claims what extract.yaml adds to single claims, by the id that the file gives them
 */
public record ClaimsFile(TableForm form, int line, Optional<String> source, Map<String, Notes> claims)
        implements FileMapping {
    public ClaimsFile {
        claims = Map.copyOf(claims);
    }

    /** What extract.yaml adds to one claim. */
    public Notes notes(String claim) {
        return claims.getOrDefault(claim, Notes.NONE);
    }

    @Override
    public String layout() {
        return "claims";
    }
}
