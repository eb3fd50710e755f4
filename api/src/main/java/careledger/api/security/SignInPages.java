package careledger.api.security;

import jakarta.servlet.http.HttpServletResponse;

/** Writes the page on which readers of a closed service sign in. */
public interface SignInPages {
    /**
     * @param to the address that the reader wanted
     * @param problem why an attempt failed; empty at the first
     */
    String page(String to, String problem);

    /** What the page may load. */
    void head(HttpServletResponse response);
}
