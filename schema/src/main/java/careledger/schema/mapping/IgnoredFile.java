package careledger.schema.mapping;

import java.util.Optional;

/** A file, or a part of one, that holds no figures for the warehouse; it is said with its reason and not read. */
public record IgnoredFile(TableForm form, int line, String because) implements FileMapping {
    @Override
    public String layout() {
        return "none";
    }

    @Override
    public Optional<String> source() {
        return Optional.empty();
    }
}
