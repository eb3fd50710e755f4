@NullMarked
package careledger.etl.headline;

import org.jspecify.annotations.NullMarked;
