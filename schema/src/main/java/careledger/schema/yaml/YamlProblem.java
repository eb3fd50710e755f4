package careledger.schema.yaml;

/**
 * Something wrong in a YAML file.
 *
 * @param file the name of the file, as given to the reader
 * @param line first line is 1; 0 where the whole file is meant
 * @param column first column is 1; 0 where the whole line is meant
 * @param key the key it is about; empty where the file as a whole is meant
 * @param message what was found, what was expected and what to do
 */
public record YamlProblem(String file, int line, int column, String key, String message) {
    public YamlProblem(String file, int line, int column, String message) {
        this(file, line, column, "", message);
    }

    @Override
    public String toString() {
        return file + ":" + line + (column == 0 ? "" : ":" + column) + ": " + message;
    }
}
