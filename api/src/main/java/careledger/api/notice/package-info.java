/** Corrections and reviews of published figures, as the council's notices file lists them. */
@NullMarked
package careledger.api.notice;

import org.jspecify.annotations.NullMarked;
