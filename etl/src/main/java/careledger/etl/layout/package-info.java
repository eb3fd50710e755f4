@NullMarked
package careledger.etl.layout;

import org.jspecify.annotations.NullMarked;
