@NullMarked
package careledger.answers.observation;

import org.jspecify.annotations.NullMarked;
