/** Finds catalogue entries by the words that people type: an index in memory, a thesaurus, and the ranking. */
@NullMarked
package careledger.answers.search;

import org.jspecify.annotations.NullMarked;
