/** Figures that are withheld because they could identify a child, for officers. */
@NullMarked
package careledger.answers.withheld;

import org.jspecify.annotations.NullMarked;
