package careledger.api.explorer;

import careledger.api.config.ExplorerSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is around the content of every page.
 *
 * @param council name of the council
 * @param release the data version that the page shows; null where there is none
 * @param pin what is said about the release that the address names; null where it names none
 * @param query what was searched for
 * @param nav links at the top
 * @param files links to the page as a file
 * @param closed whether readers have signed in
 * @param assets where styles, script and font are, with their version
 */
public record Chrome(
        String title,
        String description,
        String council,
        Address address,
        @Nullable String release,
        @Nullable Pin pin,
        String query,
        List<NavLink> nav,
        List<NavLink> files,
        Assets assets,
        ExplorerSettings settings,
        boolean closed) {
    public Chrome {
        nav = List.copyOf(nav);
        files = List.copyOf(files);
    }

    /** @param current whether the page is the one that it leads to */
    public record NavLink(String text, String link, boolean current) {}
}
