/** Running a GraphQL operation: limits and cost, the release it reads, cached answers, metrics. */
@NullMarked
package careledger.api.execution;

import org.jspecify.annotations.NullMarked;
