/** The words that people search with, and what the catalogue calls them. */
@NullMarked
package careledger.schema.search;

import org.jspecify.annotations.NullMarked;
