package careledger.etl.stage;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Local folders as Spark and Hadoop take them. An address with percent signs would be taken as it is written, so that
 * "a b" becomes a folder called "a%20b"; a plain path keeps every character.
 */
final class SparkPaths {
    private static final Pattern PATTERN_CHARACTERS = Pattern.compile("[\\[\\]{}*?\\\\]");

    private SparkPaths() {}

    /** To write to. */
    static String of(Path local) {
        return "file:" + local.toAbsolutePath();
    }

    /**
     * To read from, where Spark takes a path as a pattern. Characters that are special in a pattern are escaped: Spark
     * can be made to read paths as they are, but then reads each of several such paths once for every other one.
     */
    static String toRead(Path local) {
        return PATTERN_CHARACTERS.matcher(of(local)).replaceAll("\\\\$0");
    }
}
