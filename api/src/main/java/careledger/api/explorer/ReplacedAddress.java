package careledger.api.explorer;

import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.schema.catalogue.IdKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Leads addresses with ids that were replaced to those with the ids of today. */
final class ReplacedAddress {
    private static final Map<String, IdKind> CHOICES = Map.of(
            "area",
            IdKind.AREA,
            "with",
            IdKind.AREA,
            "by",
            IdKind.DIMENSION,
            "topic",
            IdKind.TOPIC,
            "indicator",
            IdKind.INDICATOR);

    private ReplacedAddress() {}

    /** Where the page is now; empty where the address holds nothing that was replaced. */
    static Optional<Address> of(Address address, ReleaseCatalogue catalogue) {
        Address now = new Address(
                address.route(),
                kind(address.route())
                        .map(kind -> catalogue.known(kind, address.id()))
                        .orElse(address.id()),
                address.choices());
        for (Map.Entry<String, String> choice : address.choices().entrySet()) {
            IdKind kind = CHOICES.get(choice.getKey());
            if (kind != null) {
                now = now.with(
                        choice.getKey(),
                        Arrays.stream(choice.getValue().split(",", -1))
                                .map(id -> catalogue.known(kind, id))
                                .collect(Collectors.joining(",")));
            }
        }
        return Optional.of(now).filter(one -> !one.equals(address));
    }

    private static Optional<IdKind> kind(Route route) {
        return switch (route) {
            case INDICATOR, COMPARE, DEFINITIONS, HISTORY -> Optional.of(IdKind.INDICATOR);
            case TOPIC -> Optional.of(IdKind.TOPIC);
            case AREA -> Optional.of(IdKind.AREA);
            default -> Optional.empty();
        };
    }
}
