@NullMarked
package careledger.schema.problem;

import org.jspecify.annotations.NullMarked;
