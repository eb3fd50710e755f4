package careledger.answers.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The path of a value in a query: field, argument, key, index in a list (from 0). */
public record ArgumentPath(List<Object> path) {
    public ArgumentPath {
        path = List.copyOf(path);
    }

    public static ArgumentPath of(String... path) {
        return new ArgumentPath(List.of((Object[]) path));
    }

    /** @param step a name, or a place in a list */
    public ArgumentPath at(Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return new ArgumentPath(longer);
    }

    /** The last step, where it is a name. */
    public Optional<String> last() {
        return path.isEmpty() || !(path.get(path.size() - 1) instanceof String name)
                ? Optional.empty()
                : Optional.of(name);
    }
}
