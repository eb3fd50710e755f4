@NullMarked
package careledger.api.notification;

import org.jspecify.annotations.NullMarked;
