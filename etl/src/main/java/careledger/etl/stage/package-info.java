@NullMarked
package careledger.etl.stage;

import org.jspecify.annotations.NullMarked;
