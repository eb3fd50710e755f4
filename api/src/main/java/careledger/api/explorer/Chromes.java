package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import careledger.api.explorer.Chrome.NavLink;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what is around the content of a page. */
@Component
final class Chromes {
    static final String CARD = "corporate-parenting-board";

    private final CareLedgerProperties properties;
    private final Assets assets;

    Chromes(CareLedgerProperties properties, Assets assets) {
        this.properties = properties;
        this.assets = assets;
    }

    Chrome of(Address address, PageContent content, RequestRelease release, @Nullable Pin pin) {
        String council = properties.explorer().council();
        String name = council.isEmpty()
                ? release.catalogue()
                        .area(properties.focusArea())
                        .map(AreaEntry::name)
                        .orElse("")
                : council;
        return chrome(address, content, name, release.version(), pin);
    }

    /** Where no release can be asked. */
    Chrome without(Address address, PageContent content) {
        return chrome(address, content, properties.explorer().council(), null, null);
    }

    private static List<NavLink> files(Address address) {
        return address.route().files().stream()
                .map(form -> new NavLink(form.label(), address.as(form.suffix()), false))
                .toList();
    }

    private Chrome chrome(
            Address address, PageContent content, String council, @Nullable String release, @Nullable Pin pin) {
        Route route = address.route();
        List<NavLink> nav = List.of(
                new NavLink("Topics", Route.TOPICS.address().link(), route == Route.TOPICS),
                new NavLink("Scorecard", Route.SCORECARD.of(CARD).link(), route == Route.SCORECARD),
                new NavLink("What changed", Route.CHANGES.address().link(), route == Route.CHANGES),
                new NavLink("Young people", Route.YOUNG_PEOPLE.address().link(), route == Route.YOUNG_PEOPLE));
        return new Chrome(
                content.title(),
                content.description(),
                council,
                address,
                release,
                pin,
                address.choice("q").orElse(""),
                nav,
                release == null ? List.of() : files(address),
                assets,
                properties.explorer(),
                !properties.access().open());
    }
}
