@NullMarked
package careledger.api.catalogue;

import org.jspecify.annotations.NullMarked;
