package careledger.api.security;

/** What a caller may see; each role may do what those before it may. */
public enum Role {
    /** Published figures. */
    READER,
    /** And what a run of the ETL said about itself. */
    OFFICER,
    /** And the text of what was refused, which may hold personal data; and the service's own metrics. */
    ENGINEER;

    private static final String PREFIX = "ROLE_";

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** As Spring Security names it. */
    public String authority() {
        return PREFIX + name();
    }
}
