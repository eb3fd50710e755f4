/** Which figures of a series form one line, where a line breaks, and which earlier figure another is compared with. */
@NullMarked
package careledger.answers.series;

import org.jspecify.annotations.NullMarked;
