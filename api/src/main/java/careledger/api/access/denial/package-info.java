@NullMarked
package careledger.api.access.denial;

import org.jspecify.annotations.NullMarked;
