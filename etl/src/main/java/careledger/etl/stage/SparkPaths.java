package careledger.etl.stage;

import java.nio.file.Path;

/**
 * Local folders as Spark and Hadoop take them. An address with percent signs would be taken as it is written, so that
 * "a b" becomes a folder called "a%20b"; a plain path keeps every character.
 */
final class SparkPaths {
    /** Of a reader: brackets and stars in a path are characters of it and match nothing else. */
    static final String EXPAND = "__globPaths__";

    private SparkPaths() {}

    static String of(Path local) {
        return "file:" + local.toAbsolutePath();
    }
}
