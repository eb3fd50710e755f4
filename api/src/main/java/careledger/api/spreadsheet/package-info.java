/** Tables written as XLSX and ODS workbooks, for pages and named queries alike. */
@NullMarked
package careledger.api.spreadsheet;

import org.jspecify.annotations.NullMarked;
