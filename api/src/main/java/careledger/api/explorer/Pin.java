package careledger.api.explorer;

import careledger.api.explorer.Chrome.NavLink;
import java.util.List;

/**
 * What a page says about the release that its address names.
 *
 * @param text whether the page shows that release
 * @param changes what is known to have changed since, where it does not
 */
public record Pin(String text, List<String> changes, List<NavLink> links) {
    public Pin {
        changes = List.copyOf(changes);
        links = List.copyOf(links);
    }
}
