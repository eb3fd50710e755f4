/** News of releases and failing runs: the Atom feed and webhooks. */
@NullMarked
package careledger.api.notification;

import org.jspecify.annotations.NullMarked;
