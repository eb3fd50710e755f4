package careledger.api.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/**
 * The fields right below one, fragments put in. A {@link graphql.schema.DataFetchingFieldSelectionSet} lists those of all
 * levels, each under several names, which takes as long as the rest of a small question.
 */
final class SubFields {
    private static final FieldCollector COLLECTOR = new FieldCollector();

    private SubFields() {}

    /** Of the field that is being fetched; its type has fields. */
    static List<MergedField> of(DataFetchingEnvironment field) {
        return collected(
                FieldCollectorParameters.newParameters()
                        .schema(field.getGraphQLSchema())
                        .objectType((GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getFieldType()))
                        .fragments(field.getFragmentsByName())
                        .variables(field.getVariables())
                        .graphQLContext(field.getGraphQlContext()),
                field.getMergedField());
    }

    /** @param type of the field's value, or of each element of it */
    static List<MergedField> of(MergedField field, GraphQLObjectType type, ExecutionContext context) {
        return collected(
                FieldCollectorParameters.newParameters()
                        .schema(context.getGraphQLSchema())
                        .objectType(type)
                        .fragments(context.getFragmentsByName())
                        .variables(context.getCoercedVariables().toMap())
                        .graphQLContext(context.getGraphQLContext()),
                field);
    }

    private static List<MergedField> collected(FieldCollectorParameters.Builder parameters, MergedField field) {
        return COLLECTOR.collectFields(parameters.build(), field).getSubFieldsList();
    }
}
