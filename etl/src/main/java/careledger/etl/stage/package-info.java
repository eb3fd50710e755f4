/** The steps of a run that use Spark. */
@NullMarked
package careledger.etl.stage;

import org.jspecify.annotations.NullMarked;
