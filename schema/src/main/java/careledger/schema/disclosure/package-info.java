/** Which counts could identify a child and are withheld, as disclosure.yaml lists them. */
@NullMarked
package careledger.schema.disclosure;

import org.jspecify.annotations.NullMarked;
