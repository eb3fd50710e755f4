package careledger.etl.run;

import careledger.release.file.Failures;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** Why a run failed, in words for a person: one line, from what failed and what lay under it. */
final class FailureMessages {
    private static final int LONGEST = 500;

    private FailureMessages() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = line(failure);
        String under = line(root);
        if (!isPlain(failure)) {
            return under;
        }
        if (words.contains(under) || (root instanceof IOException io && words.contains(Failures.reason(io)))) {
            return words;
        }
        return words + " (" + under + ")";
    }

    /** Spark wraps what failed in its own account of tasks and stages. */
    private static boolean isPlain(Throwable failure) {
        return !failure.getClass().getName().startsWith("org.apache.spark.");
    }

    private static String line(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "There was not enough memory (" + failure.getMessage()
                    + "). Give the run more, such as CARELEDGER_ETL_MEMORY=4g.";
        }
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + ": " + Failures.reason(file) + ".";
        }
        String message = failure.getMessage();
        String words = message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("");
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}
