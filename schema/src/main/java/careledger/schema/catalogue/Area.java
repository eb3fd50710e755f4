package careledger.schema.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A place.
 *
 * @param id official code (E10000018), or a name of ours for a group that has none
 * @param aliases other printed names and other codes of the same place; matching ignores case
 * @param existedFrom first day, where it was made by a reorganisation
 * @param existedTo last day, where a reorganisation has ended it
 * @param successors ids of the areas that took its place
 */
public record Area(
        String id,
        String name,
        AreaKind kind,
        Optional<String> parent,
        List<String> aliases,
        Optional<LocalDate> existedFrom,
        Optional<LocalDate> existedTo,
        List<String> successors) {
    public Area {
        aliases = List.copyOf(aliases);
        successors = List.copyOf(successors);
    }

    /** The same area with other words for it. */
    Area called(List<String> words) {
        return new Area(id, name, kind, parent, words, existedFrom, existedTo, successors);
    }
}
