/** Reading YAML with line numbers and all mistakes at once. */
@NullMarked
package careledger.schema.yaml;

import org.jspecify.annotations.NullMarked;
