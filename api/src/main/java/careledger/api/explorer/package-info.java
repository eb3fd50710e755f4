/** Pages for people who do not write GraphQL: every page is a GET, complete without scripts. */
@NullMarked
package careledger.api.explorer;

import org.jspecify.annotations.NullMarked;
