/** Rejections of delivered data, and the rules behind them. */
@NullMarked
package careledger.schema.problem;

import org.jspecify.annotations.NullMarked;
