@NullMarked
package careledger.api.graphiql;

import org.jspecify.annotations.NullMarked;
