@NullMarked
package careledger.schema.targets;

import org.jspecify.annotations.NullMarked;
