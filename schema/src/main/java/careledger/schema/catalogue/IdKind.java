package careledger.schema.catalogue;

import java.util.Locale;

/** What an id of the catalogue identifies. A member's id is {@code dimension=member}. */
public enum IdKind {
    INDICATOR,
    TOPIC,
    AREA,
    DIMENSION,
    MEMBER;

    /** As in a sentence. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
