/** Records of the runs of the ETL. */
@NullMarked
package careledger.release.run;

import org.jspecify.annotations.NullMarked;
