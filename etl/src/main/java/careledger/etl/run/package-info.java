/** A run from start to finish: loading, guarding, publishing, and its report. */
@NullMarked
package careledger.etl.run;

import org.jspecify.annotations.NullMarked;
