/** Nearest known names for unknown ones. */
@NullMarked
package careledger.schema.text;

import org.jspecify.annotations.NullMarked;
