package careledger.api.explorer;

/**
 * What the page shows on which readers sign in.
 *
 * @param to the address that the reader wanted
 * @param problem why an attempt failed; empty at the first
 * @param council its name
 */
public record SignInModel(String to, String problem, String council, Assets assets) {}
