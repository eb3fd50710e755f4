/** An indicator over time. */
@NullMarked
package careledger.answers.trend;

import org.jspecify.annotations.NullMarked;
