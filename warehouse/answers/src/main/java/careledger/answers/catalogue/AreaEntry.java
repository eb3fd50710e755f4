package careledger.answers.catalogue;

import careledger.schema.catalogue.AreaKind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area of a release.
 *
 * @param existedFrom first day, where a reorganisation made it
 * @param existedTo last day, where a reorganisation ended it
 * @param successorIds the areas that took its place
 * @param aliases other names and codes of it
 */
public record AreaEntry(
        String id,
        String name,
        AreaKind kind,
        @Nullable String parentId,
        @Nullable LocalDate existedFrom,
        @Nullable LocalDate existedTo,
        List<String> successorIds,
        List<String> aliases) {
    public AreaEntry {
        successorIds = List.copyOf(successorIds);
        aliases = List.copyOf(aliases);
    }

    /** An area that is still there and has no other name. */
    public AreaEntry(String id, String name, AreaKind kind, @Nullable String parentId) {
        this(id, name, kind, parentId, null, null, List.of(), List.of());
    }
}
