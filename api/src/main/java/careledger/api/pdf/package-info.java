/** Pages printed to PDF without a browser. */
@NullMarked
package careledger.api.pdf;

import org.jspecify.annotations.NullMarked;
