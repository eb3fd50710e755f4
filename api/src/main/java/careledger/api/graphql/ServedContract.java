package careledger.api.graphql;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.SDLNamedDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The part of the contract that is served: the root fields that have been built, and the types that they reach. So there
 * is one contract file, and nothing in the served schema is a promise.
 */
public final class ServedContract {
    /** Root fields of the contract that are not built yet; currently none. */
    public static final Set<String> NOT_YET = Set.of();

    private static final String CONTRACT = "/careledger/schema/schema.graphqls";
    private static final String ROOT = "Query";

    private ServedContract() {}

    /** The whole contract as it is written. */
    public static String whole() {
        try (InputStream file = ServedContract.class.getResourceAsStream(CONTRACT)) {
            if (file == null) {
                throw new IllegalStateException(CONTRACT + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + CONTRACT, e);
        }
    }

    /** The served schema, descriptions included. */
    public static String served() {
        Map<String, SDLNamedDefinition<?>> definitions = new LinkedHashMap<>();
        for (Definition<?> definition : Parser.parse(whole()).getDefinitions()) {
            if (definition instanceof SDLNamedDefinition<?> named) {
                definitions.put(named.getName(), named.getName().equals(ROOT) ? served(named) : named);
            }
        }
        Set<String> reached = reached(definitions);
        Document.Builder served = Document.newDocument();
        definitions.forEach((name, definition) -> {
            if (reached.contains(name)) {
                served.definition((Definition<?>) definition);
            }
        });
        return AstPrinter.printAst(served.build());
    }

    private static ObjectTypeDefinition served(SDLNamedDefinition<?> root) {
        ObjectTypeDefinition query = (ObjectTypeDefinition) root;
        List<FieldDefinition> fields = query.getFieldDefinitions().stream()
                .filter(field -> !NOT_YET.contains(field.getName()))
                .toList();
        return query.transform(builder -> builder.fieldDefinitions(fields));
    }

    private static Set<String> reached(Map<String, SDLNamedDefinition<?>> definitions) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(ROOT));
        while (!open.isEmpty()) {
            String name = open.pop();
            SDLNamedDefinition<?> definition = definitions.get(name);
            if (definition != null && reached.add(name)) {
                named(definition).forEach(open::push);
            }
        }
        return reached;
    }

    private static Stream<String> named(SDLNamedDefinition<?> definition) {
        if (definition instanceof ObjectTypeDefinition object) {
            return object.getFieldDefinitions().stream()
                    .flatMap(field -> Stream.concat(
                            Stream.of(nameOf(field.getType())),
                            field.getInputValueDefinitions().stream().map(input -> nameOf(input.getType()))));
        }
        if (definition instanceof InputObjectTypeDefinition input) {
            return input.getInputValueDefinitions().stream().map(field -> nameOf(field.getType()));
        }
        return Stream.empty();
    }

    private static String nameOf(Type<?> type) {
        if (type instanceof NonNullType nonNull) {
            return nameOf(nonNull.getType());
        }
        if (type instanceof ListType list) {
            return nameOf(list.getType());
        }
        return ((TypeName) type).getName();
    }
}
