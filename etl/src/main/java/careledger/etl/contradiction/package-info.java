/**
 * Figures of one document that contradict one another: a percentage and its base, parts and their whole, a change and the
 * levels. What is found becomes a note on the figure; nothing is corrected.
 */
@NullMarked
package careledger.etl.contradiction;

import org.jspecify.annotations.NullMarked;
