@NullMarked
package careledger.api.access;

import org.jspecify.annotations.NullMarked;
