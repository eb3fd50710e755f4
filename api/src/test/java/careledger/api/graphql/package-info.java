@NullMarked
package careledger.api.graphql;

import org.jspecify.annotations.NullMarked;
