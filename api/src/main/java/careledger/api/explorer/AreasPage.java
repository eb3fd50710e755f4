package careledger.api.explorer;

import careledger.api.explorer.Block.Heading;
import careledger.api.explorer.Block.Inline;
import careledger.api.explorer.IndicatorModel.Action;
import careledger.schema.catalogue.AreaKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every area that has a page. */
@Component
final class AreasPage implements PageMaker {
    private static final Map<AreaKind, String> KINDS = Map.of(
            AreaKind.COUNTRY, "Country",
            AreaKind.REGION, "Regions",
            AreaKind.AUTHORITY, "Councils");

    @Override
    public Route route() {
        return Route.AREAS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        List<Block> blocks = new ArrayList<>();
        for (AreaKind kind : List.of(AreaKind.COUNTRY, AreaKind.REGION, AreaKind.AUTHORITY)) {
            List<Action> links = visit.catalogue().areas().stream()
                    .filter(area -> area.kind() == kind)
                    .map(area -> new Action(
                            area.name() + (visit.catalogue().figuresOf(area) == 0 ? " (no figures)" : ""),
                            Route.AREA.of(area.id()).link()))
                    .sorted(Comparator.comparing(Action::text))
                    .toList();
            if (!links.isEmpty()) {
                blocks.add(new Heading(KINDS.getOrDefault(kind, "Others"), kind.name()));
                blocks.add(new Inline(links));
            }
        }
        return SheetModel.page("Areas", List.of(), "Each area has a page with all its measures.", blocks);
    }
}
