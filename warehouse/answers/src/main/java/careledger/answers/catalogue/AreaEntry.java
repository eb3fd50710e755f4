package careledger.answers.catalogue;

import careledger.schema.catalogue.AreaKind;
import org.jspecify.annotations.Nullable;

/** An area of a release. */
public record AreaEntry(
        String id, String name, AreaKind kind, @Nullable String parentId) {}
