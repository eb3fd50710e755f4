/** What all queries share: reading result rows, paging, and reporting invalid arguments. */
@NullMarked
package careledger.answers.query;

import org.jspecify.annotations.NullMarked;
