package careledger.schema.mapping;

import java.util.Optional;

/** A file of ranked statistical neighbours, one neighbour a row. */
public record NeighboursFile(TableForm form, int line, Optional<String> source) implements FileMapping {
    @Override
    public String layout() {
        return "neighbours";
    }
}
