/** HTTP itself: the GraphQL endpoint, the context of a request, connections, caching and encoding of responses. */
@NullMarked
package careledger.api.web;

import org.jspecify.annotations.NullMarked;
