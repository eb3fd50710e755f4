/** The GraphQL contract and its controllers, and the GraphiQL page. */
@NullMarked
package careledger.api.graphql;

import org.jspecify.annotations.NullMarked;
