@NullMarked
package careledger.answers.export;

import org.jspecify.annotations.NullMarked;
