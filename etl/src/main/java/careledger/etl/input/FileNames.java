package careledger.etl.input;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** What the name of a file tells of it. */
final class FileNames {
    private FileNames() {}

    /** Hidden, or in a folder that is: not delivered. */
    static boolean hidden(Path belowFolder) {
        return StreamSupport.stream(belowFolder.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith(".") && !beingWritten(part));
    }

    /** Whether programs call a file so while they write it, or hold it open. */
    static boolean beingWritten(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith("~$")
                || name.startsWith(".~lock.")
                || name.matches(".*\\.(part|partial|filepart|crdownload|download|tmp|temp|writing)")
                || name.matches("\\..+\\.[a-z0-9]{6}");
    }
}
