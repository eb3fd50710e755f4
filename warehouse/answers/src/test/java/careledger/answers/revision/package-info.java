@NullMarked
package careledger.answers.revision;

import org.jspecify.annotations.NullMarked;
