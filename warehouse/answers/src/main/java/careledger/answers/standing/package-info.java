/** The rank of an area among others: its statistical neighbours, or every authority. */
@NullMarked
package careledger.answers.standing;

import org.jspecify.annotations.NullMarked;
