package careledger.release;

/**
 * Kinds of harm that tests do on purpose. The ordinary build does a little of each kind, {@code ./mvnw verify -Pchaos} all:
 * how much is set by {@code chaos.<name>} of the module's pom.xml, ordinarily and in its profile.
 */
public enum Chaos {
    /** Runs without Spark that are killed, at every stage and in between. */
    KILLS("kills", "etl"),
    /** Runs of Spark that are killed. */
    SPARK_KILLS("sparkKills", "etl"),
    /** Random changes of deliveries, each against a run from nothing. */
    STEPS("steps", "etl"),
    /** Errors of Java that are thrown within runs, at every stage. */
    ERRORS("errors", "etl"),
    /** Letters and signs in the paths of the data folder, of deliveries and of a store. */
    NAMES("names", "etl"),
    /** Bits that are flipped in files of a release. */
    FLIPS("flips", "warehouse/answers"),
    /** Bits that are flipped in files that were made of a release, and in their digests. */
    DERIVED_FLIPS("derivedFlips", "warehouse/answers"),
    /** Servers that are killed while they load releases. */
    SERVER_KILLS("serverKills", "warehouse/answers"),
    /** Both programs, as installed, killed; then their temporary folders are measured. */
    TEMPORARY_KILLS("temporaryKills", "warehouse/distribution");

    private final String name;
    private final String module;

    Chaos(String name, String module) {
        this.name = name;
        this.module = module;
    }

    /** The property of the pom that says how much of it there is. */
    public String property() {
        return "chaos." + name;
    }

    /** The folder of the module that does it. */
    public String module() {
        return module;
    }

    /** How often a test does it; once where nothing is set, as in a development environment. */
    public int wanted() {
        return Integer.getInteger("careledger." + property(), 1);
    }
}
