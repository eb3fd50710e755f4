/** The delivered files of a run: found, checked against their mappings, identified by a digest. */
@NullMarked
package careledger.etl.input;

import org.jspecify.annotations.NullMarked;
