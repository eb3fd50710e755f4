package careledger.schema.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A place.
 *
 * @param id official code (E10000018), or a name of ours for a group that has none
 * @param aliases other printed names; matching ignores case
 */
public record Area(String id, String name, AreaKind kind, Optional<String> parent, List<String> aliases) {
    public Area {
        aliases = List.copyOf(aliases);
    }
}
