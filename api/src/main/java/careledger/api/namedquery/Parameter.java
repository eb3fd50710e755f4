package careledger.api.namedquery;

import graphql.language.AstPrinter;
import graphql.language.Comment;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A variable of a document, as a parameter of its address.
 *
 * @param type as the contract writes it
 * @param item type of the value, or of one value of a list
 * @param list takes several values: repeated, or separated by commas
 * @param usual what holds where it is left out, as GraphQL writes it
 * @param example a value that works, as written in an address
 */
record Parameter(
        String name,
        String type,
        GraphQLNamedType item,
        boolean list,
        boolean required,
        Optional<String> usual,
        String about,
        String example) {
    private static final Pattern COMMENT = Pattern.compile("(.+?) Example: (\\S.*)");

    /** @throws IllegalArgumentException where the comments above do not say what it is, with an example */
    static Parameter of(VariableDefinition variable, GraphQLInputType type) {
        String said = variable.getComments().stream()
                .map(Comment::getContent)
                .map(String::strip)
                .collect(Collectors.joining(" "));
        Matcher comment = COMMENT.matcher(said);
        if (!comment.matches()) {
            throw new IllegalArgumentException("above the variable $" + variable.getName()
                    + " a comment '# What it is. Example: value' is missing");
        }
        boolean nonNull = GraphQLTypeUtil.isNonNull(type);
        return new Parameter(
                variable.getName(),
                GraphQLTypeUtil.simplePrint(type),
                GraphQLTypeUtil.unwrapAll(type),
                GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(type)),
                nonNull && variable.getDefaultValue() == null,
                Optional.ofNullable(variable.getDefaultValue()).map(AstPrinter::printAst),
                comment.group(1),
                comment.group(2).strip());
    }
}
