@NullMarked
package careledger.warehouse.question.trend;

import org.jspecify.annotations.NullMarked;
