@NullMarked
package careledger.api.webhook;

import org.jspecify.annotations.NullMarked;
