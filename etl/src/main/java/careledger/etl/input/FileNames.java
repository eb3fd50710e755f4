package careledger.etl.input;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What can be concluded from the name of a file. */
final class FileNames {
    private static final Set<String> OF_SYSTEMS =
            Set.of("thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "icon\r");

    private FileNames() {}

    /** Hidden, or left there by a system, or in a folder that is: not delivered. */
    static boolean hidden(Path belowFolder) {
        return StreamSupport.stream(belowFolder.spliterator(), false)
                .anyMatch(part -> (part.toString().startsWith(".") && !beingWritten(part)) || ofASystem(part));
    }

    private static boolean ofASystem(Path part) {
        return OF_SYSTEMS.contains(part.toString().toLowerCase(Locale.ROOT));
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
