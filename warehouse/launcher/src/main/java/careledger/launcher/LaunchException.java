package careledger.launcher;

/** Ends the launcher with a message and an exit code. */
final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    LaunchException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static LaunchException usage(String message) {
        return new LaunchException(2, message);
    }

    int exitCode() {
        return exitCode;
    }
}
