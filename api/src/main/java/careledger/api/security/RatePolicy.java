package careledger.api.security;

/**
 * How much a kind of caller may ask.
 *
 * @param name as the RateLimit headers say it
 * @param quota milliseconds of work
 * @param seconds over which the quota fills up again
 */
record RatePolicy(String name, long quota, long seconds) {
    /** In words, for who is refused. */
    String whose() {
        return switch (name) {
            case "key" -> "this key or token";
            case "wrong-keys" -> "wrong keys from this network address";
            case "local" -> "callers on this machine";
            default -> "this network address";
        };
    }

    /** The header RateLimit-Policy. */
    String header() {
        return "\"" + name + "\";q=" + quota + ";w=" + seconds;
    }
}
