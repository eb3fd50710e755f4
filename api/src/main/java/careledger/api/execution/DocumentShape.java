package careledger.api.execution;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How large a document is, read from its text alone. Each fragment is weighed once, so that fragments within fragments
 * cost nothing to weigh however large they unfold. A document of several operations is as large as the largest.
 *
 * @param whole of the operation
 * @param duplicates fields repeated, under the same name, in one selection
 * @param directives uses of directives
 */
record DocumentShape(Extent whole, int duplicates, int directives) {
    /**
     * @param depth levels of fields; those of the schema's description are not counted
     * @param fields fragments unfolded
     * @param aliases fields with another name, fragments unfolded
     * @param width fields at the top, fragments unfolded
     */
    record Extent(int depth, long fields, long aliases, long width) {
        static final Extent NOTHING = new Extent(0, 0, 0, 0);

        /** The two side by side. */
        Extent beside(Extent other) {
            return new Extent(
                    Math.max(depth, other.depth),
                    sum(fields, other.fields),
                    sum(aliases, other.aliases),
                    sum(width, other.width));
        }

        private static long sum(long one, long other) {
            return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
        }
    }

    static DocumentShape of(Document document) {
        return new Weighing(document).weigh();
    }

    private static final class Weighing {
        private final Document document;
        private final Map<String, FragmentDefinition> fragments;
        private final Map<String, Extent> known = new HashMap<>();
        private final Set<String> open = new HashSet<>();
        private int duplicates;
        private int directives;

        Weighing(Document document) {
            this.document = document;
            this.fragments = new HashMap<>();
            document.getDefinitionsOfType(FragmentDefinition.class)
                    .forEach(fragment -> fragments.put(fragment.getName(), fragment));
        }

        DocumentShape weigh() {
            Extent largest = Extent.NOTHING;
            for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
                directives += operation.getDirectives().size();
                Extent one = extent(operation.getSelectionSet());
                largest = new Extent(
                        Math.max(largest.depth, one.depth),
                        Math.max(largest.fields, one.fields),
                        Math.max(largest.aliases, one.aliases),
                        Math.max(largest.width, one.width));
            }
            fragments.keySet().forEach(this::ofFragment);
            return new DocumentShape(largest, duplicates, directives);
        }

        private Extent extent(@Nullable SelectionSet selections) {
            Extent all = Extent.NOTHING;
            if (selections == null) {
                return all;
            }
            Set<String> keys = new HashSet<>();
            for (Selection<?> selection : selections.getSelections()) {
                all = all.beside(extent(selection));
                if (selection instanceof Field field && !keys.add(field.getResultKey())) {
                    duplicates++;
                }
            }
            return all;
        }

        private Extent extent(Selection<?> selection) {
            if (selection instanceof Field field) {
                directives += field.getDirectives().size();
                return around(field, extent(field.getSelectionSet()));
            }
            if (selection instanceof InlineFragment inline) {
                directives += inline.getDirectives().size();
                return extent(inline.getSelectionSet());
            }
            FragmentSpread spread = (FragmentSpread) selection;
            directives += spread.getDirectives().size();
            return ofFragment(spread.getName());
        }

        private static Extent around(Field field, Extent below) {
            boolean description = field.getName().startsWith("__");
            return new Extent(
                    description ? 1 : below.depth + 1,
                    Extent.sum(below.fields, 1),
                    Extent.sum(below.aliases, field.getAlias() == null ? 0 : 1),
                    1);
        }

        /** One that holds itself is nothing here: the rules of the language refuse it. */
        private Extent ofFragment(String name) {
            Extent found = known.get(name);
            FragmentDefinition fragment = fragments.get(name);
            if (found != null || fragment == null || !open.add(name)) {
                return found == null ? Extent.NOTHING : found;
            }
            directives += fragment.getDirectives().size();
            Extent made = extent(fragment.getSelectionSet());
            open.remove(name);
            known.put(name, made);
            return made;
        }
    }
}
