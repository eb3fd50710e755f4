@NullMarked
package careledger.api.download;

import org.jspecify.annotations.NullMarked;
