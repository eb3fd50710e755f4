/** Readers of tables by layout (tidy, wide, claims, neighbours): rows in, figures and rejections out. */
@NullMarked
package careledger.etl.layout;

import org.jspecify.annotations.NullMarked;
