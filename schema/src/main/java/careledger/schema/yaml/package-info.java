@NullMarked
package careledger.schema.yaml;

import org.jspecify.annotations.NullMarked;
