@NullMarked
package careledger.warehouse.question.scorecard;

import org.jspecify.annotations.NullMarked;
