@NullMarked
package careledger.api.namedquery;

import org.jspecify.annotations.NullMarked;
