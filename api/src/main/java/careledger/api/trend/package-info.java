@NullMarked
package careledger.api.trend;

import org.jspecify.annotations.NullMarked;
