@NullMarked
package careledger.etl.input;

import org.jspecify.annotations.NullMarked;
