@NullMarked
package careledger.etl.run;

import org.jspecify.annotations.NullMarked;
