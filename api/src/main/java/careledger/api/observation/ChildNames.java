package careledger.api.observation;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields right below one, by name. The general way lists the fields of all levels with their coerced arguments, which
 * takes as long as the rest of a small question.
 */
final class ChildNames {
    private ChildNames() {}

    /** Also those that {@code @skip} or {@code @include} leave out. */
    static Set<String> of(DataFetchingEnvironment environment) {
        Set<String> names = new HashSet<>();
        for (Field field : environment.getMergedField().getFields()) {
            add(field.getSelectionSet(), environment.getFragmentsByName(), names);
        }
        return names;
    }

    private static void add(
            @Nullable SelectionSet selections, Map<String, FragmentDefinition> fragments, Set<String> names) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                names.add(field.getName());
            } else if (selection instanceof InlineFragment inline) {
                add(inline.getSelectionSet(), fragments, names);
            } else if (selection instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                add(fragment == null ? null : fragment.getSelectionSet(), fragments, names);
            }
        }
    }
}
