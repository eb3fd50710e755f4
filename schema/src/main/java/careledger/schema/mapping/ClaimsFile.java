package careledger.schema.mapping;

import java.util.Optional;

/** A file with one figure a row, read from running text; each row holds everything about its figure. */
public record ClaimsFile(TableForm form, int line, Optional<String> source) implements FileMapping {
    @Override
    public String layout() {
        return "claims";
    }
}
