@NullMarked
package careledger.answers.scorecard;

import org.jspecify.annotations.NullMarked;
