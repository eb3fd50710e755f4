package careledger.etl.layout;

/**
 * Where a claim stands.
 *
 * @param file path below the extracts root
 * @param line on which its row begins
 * @param locator where in the source document
 * @param text of the cell as delivered
 */
record ClaimPlace(String file, int line, String source, String locator, String text, boolean tabular) {
    /** The name of a file without its folders and its ending. */
    static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
