package careledger.api.explorer;

import careledger.api.explorer.Block.Facts;
import careledger.api.explorer.Block.Facts.Fact;
import java.util.List;
import org.springframework.stereotype.Component;

/** What words mean, in words that everybody knows. */
@Component
final class WordsPage implements PageMaker {
    private final List<Fact> words = Glossary.words().stream()
            .map(word -> new Fact(word.word(), word.meaning(), ""))
            .toList();

    @Override
    public Route route() {
        return Route.WORDS;
    }

    @Override
    public PageContent make(PageVisit visit) {
        return SheetModel.page("What words mean", List.of(), "", List.of(new Facts(words)));
    }
}
