@NullMarked
package careledger.schema.text;

import org.jspecify.annotations.NullMarked;
