package careledger.api.namedquery;

import careledger.api.namedquery.TableLayout.Cell;
import careledger.api.namedquery.TableLayout.Level;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the table in a document: the list at a stated path, and lists on the way to it. Scalars of the elements of all
 * these lists are columns; those of an object within carry its name in front ({@code latest { value }} is
 * {@code latestValue}). Fields next to the lists (counts, warnings) are not columns.
 */
public final class TableLayoutReader {
    private final List<String> path;
    private final List<String> root = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private List<Cell> cells = new ArrayList<>();
    private int columns;

    private TableLayoutReader(List<String> path) {
        this.path = path;
    }

    /**
     * @param operation valid for the schema
     * @param path keys from the answer's data to the list whose elements are the rows
     * @throws IllegalArgumentException saying why this is no table
     */
    public static TableLayout read(GraphQLSchema schema, OperationDefinition operation, List<String> path) {
        TableLayoutReader reader = new TableLayoutReader(List.copyOf(path));
        reader.walk(operation.getSelectionSet(), schema.getQueryType(), new At(0, false, true, "", List.of(), false));
        if (reader.levels.isEmpty()) {
            throw new IllegalArgumentException("no list is selected at " + String.join(".", path));
        }
        TableLayout shape = new TableLayout(reader.root, reader.levels);
        if (!shape.doubled().isEmpty()) {
            throw new IllegalArgumentException("two columns are called " + shape.doubled() + "; give one an alias");
        }
        return shape;
    }

    /**
     * Where the walk is.
     *
     * @param depth steps of the path that are behind
     * @param inList below an element of a list
     * @param onPath on the way to the rows
     * @param prefix what columns here are called in front
     * @param keys from the element, or from the answer's data, to here
     * @param nullable whether something on the way from the element may be null
     */
    private record At(int depth, boolean inList, boolean onPath, String prefix, List<String> keys, boolean nullable) {}

    private void walk(SelectionSet selections, GraphQLObjectType type, At at) {
        for (Selection<?> selection : selections.getSelections()) {
            if (!(selection instanceof Field field) || field.getName().startsWith("__")) {
                throw new IllegalArgumentException("only fields of the contract make a table, no fragments");
            }
            GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
            boolean onPath = at.onPath()
                    && at.depth() < path.size()
                    && path.get(at.depth()).equals(field.getResultKey());
            if (onPath && list(definition.getType())) {
                enter(field, definition, at);
            } else if (onPath) {
                walk(field.getSelectionSet(), object(definition), step(field, definition, at, at.prefix(), true));
            } else if (at.inList()) {
                cell(field, definition, at);
            }
        }
    }

    private void enter(Field field, GraphQLFieldDefinition definition, At at) {
        List<String> keys = with(at.keys(), field.getResultKey());
        List<Cell> outer = cells;
        cells = new ArrayList<>();
        int place = levels.size();
        levels.add(new Level(List.of(), List.of()));
        if (place == 0) {
            root.addAll(keys);
        }
        boolean last = at.depth() + 1 == path.size();
        if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLObjectType)) {
            throw new IllegalArgumentException("'" + field.getResultKey() + "' lists no objects");
        }
        walk(field.getSelectionSet(), object(definition), new At(at.depth() + 1, true, !last, "", List.of(), false));
        levels.set(place, new Level(cells, levels.get(place).next()));
        cells = outer;
        if (place > 0) {
            levels.set(place - 1, new Level(List.of(), keys));
        }
    }

    private void cell(Field field, GraphQLFieldDefinition definition, At at) {
        if (list(definition.getType())) {
            throw new IllegalArgumentException(
                    "the list '" + field.getResultKey() + "' is inside a row and cannot be a column");
        }
        String name = named(at.prefix(), field.getResultKey());
        if (field.getSelectionSet() != null) {
            walk(field.getSelectionSet(), object(definition), step(field, definition, at, name, false));
            return;
        }
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        boolean nullable = at.nullable() || GraphQLTypeUtil.isNullable(definition.getType());
        cells.add(new Cell(
                columns++, new TableColumn(name, type.getName(), nullable), with(at.keys(), field.getResultKey())));
    }

    private static At step(Field field, GraphQLFieldDefinition definition, At at, String prefix, boolean onPath) {
        return new At(
                at.depth() + (onPath ? 1 : 0),
                at.inList(),
                onPath,
                prefix,
                with(at.keys(), field.getResultKey()),
                at.nullable() || GraphQLTypeUtil.isNullable(definition.getType()));
    }

    private static GraphQLObjectType object(GraphQLFieldDefinition definition) {
        return (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(definition.getType());
    }

    private static boolean list(GraphQLType type) {
        return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type));
    }

    private static String named(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    private static List<String> with(List<String> keys, String key) {
        List<String> longer = new ArrayList<>(keys);
        longer.add(key);
        return longer;
    }
}
