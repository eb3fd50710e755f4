@NullMarked
package careledger.answers.query;

import org.jspecify.annotations.NullMarked;
