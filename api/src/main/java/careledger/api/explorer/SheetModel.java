package careledger.api.explorer;

import java.util.List;

/**
 * A page that is made of blocks.
 *
 * @param where links to what it belongs to
 * @param lead the first sentence; may be empty
 */
public record SheetModel(String title, List<IndicatorModel.Action> where, String lead, List<Block> blocks) {
    public SheetModel {
        where = List.copyOf(where);
        blocks = List.copyOf(blocks);
    }

    static PageContent page(String title, List<IndicatorModel.Action> where, String lead, List<Block> blocks) {
        return PageContent.of(
                "sheet", title, lead.isEmpty() ? title : lead, new SheetModel(title, where, lead, blocks));
    }
}
