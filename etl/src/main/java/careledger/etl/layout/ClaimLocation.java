package careledger.etl.layout;

import careledger.schema.mapping.SourceMapping;
import careledger.schema.mapping.TableForm;
import java.util.Optional;

/**
 * The location of a claim in the delivered files.
 *
 * @param file path below the extracts root
 * @param line on which its row begins
 * @param source the document
 * @param locator where in the source document
 * @param text of the cell as delivered
 */
record ClaimLocation(String file, int line, SourceMapping source, String locator, String text, boolean tabular) {
    /**
     * What claims are called by: the name of the file without its folders and its ending, packed or not; of a table
     * inside a workbook or beside others in one file, both names.
     */
    static String stem(TableForm form) {
        String file = form.entry().orElse(form.delivered());
        String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.gz$", "");
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        Optional<String> table = form.table().or(() -> form.sheet()
                .map(sheet -> sheet + form.range().map(range -> "!" + range).orElse("")));
        return stem + table.map(inside -> "/" + inside).orElse("");
    }

    /** A file as a reader looks for it: {@code book.xlsx, Table 3}. */
    static String describe(TableForm form) {
        String id = form.id();
        return id.substring(TableForm.delivered(id).lastIndexOf('/') + 1).replace(TableForm.INSIDE, ", ");
    }
}
