@NullMarked
package careledger.etl.draft;

import org.jspecify.annotations.NullMarked;
