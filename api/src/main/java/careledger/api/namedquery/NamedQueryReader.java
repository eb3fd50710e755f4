package careledger.api.namedquery;

import careledger.answers.query.CanonicalJson;
import graphql.execution.TypeFromAST;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Reads a document and holds it against the contract, so that none can be asked that could not be answered. */
final class NamedQueryReader {
    /** Parameters of every address. */
    static final Set<String> RESERVED = Set.of("key", CsvAnswer.BOM, QueryAddress.COLUMNS, QueryAddress.LAYOUT);

    private static final Set<String> PAGE = Set.of("hasNextPage", "endCursor");

    private final GraphQLSchema schema;

    NamedQueryReader(GraphQLSchema schema) {
        this.schema = schema;
    }

    /** @throws IllegalArgumentException saying what is wrong with the document */
    NamedQuery read(String name, String text) {
        Document document = parse(text);
        valid(document);
        OperationDefinition operation = operation(document);
        QueryHeader header = QueryHeader.read(operation.getComments());
        TableLayout shape = TableLayoutReader.read(schema, operation, header.rows());
        List<Parameter> parameters =
                operation.getVariableDefinitions().stream().map(this::parameter).toList();
        Document table = document.transform(builder -> builder.definitions(List.of(operation.transform(
                pruned -> pruned.selectionSet(onlyRows(operation.getSelectionSet(), shape.root(), 0))))));
        valid(table);
        NamedQuery query = new NamedQuery(
                name,
                header,
                text,
                AstPrinter.printAst(table),
                Objects.requireNonNull(operation.getName()),
                parameters,
                shape,
                CanonicalJson.hash(text));
        checkPages(query);
        return query;
    }

    private static Document parse(String text) {
        try {
            return Parser.parse(ParserEnvironment.newParserEnvironment()
                    .document(text)
                    .parserOptions(ParserOptions.newParserOptions()
                            .captureLineComments(true)
                            .build())
                    .build());
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void valid(Document document) {
        List<ValidationError> errors = new Validator().validateDocument(schema, document, Locale.ROOT);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(
                    errors.stream().map(ValidationError::getMessage).toList().toString());
        }
    }

    private static OperationDefinition operation(Document document) {
        if (document.getDefinitions().size() != 1
                || !(document.getDefinitions().get(0) instanceof OperationDefinition operation)
                || operation.getOperation() != Operation.QUERY
                || operation.getName() == null) {
            throw new IllegalArgumentException("a document holds one query with a name, and nothing else");
        }
        return operation;
    }

    private Parameter parameter(VariableDefinition variable) {
        GraphQLInputType type = (GraphQLInputType) TypeFromAST.getTypeFromAST(schema, variable.getType());
        Parameter parameter = Parameter.of(variable, type);
        if (parameter.item() instanceof GraphQLInputObjectType) {
            throw new IllegalArgumentException("$" + variable.getName() + " is an object, which no address can hold");
        }
        if (RESERVED.contains(variable.getName())) {
            throw new IllegalArgumentException("$" + variable.getName() + " is a parameter of every address");
        }
        return parameter;
    }

    /** What leads to the rows, the rows, and how their pages go on. */
    private static SelectionSet onlyRows(SelectionSet selections, List<String> root, int depth) {
        List<Selection<?>> kept = selections.getSelections().stream()
                .map(Field.class::cast)
                .filter(field -> field.getResultKey().equals(root.get(depth)) || PAGE.contains(field.getResultKey()))
                .<Selection<?>>map(field -> depth + 1 < root.size() && field.getSelectionSet() != null
                        ? field.transform(
                                inner -> inner.selectionSet(onlyRows(field.getSelectionSet(), root, depth + 1)))
                        : field)
                .toList();
        return SelectionSet.newSelectionSet(kept).build();
    }

    private static void checkPages(NamedQuery query) {
        boolean first = query.parameter(NamedQuery.FIRST).isPresent();
        boolean told = PAGE.stream().allMatch(field -> query.tableDocument().contains(field));
        if (first != query.paged() || first != told) {
            throw new IllegalArgumentException(
                    "a list with pages has the variables $first and $after, and the fields " + PAGE);
        }
    }
}
