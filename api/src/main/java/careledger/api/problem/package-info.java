@NullMarked
package careledger.api.problem;

import org.jspecify.annotations.NullMarked;
