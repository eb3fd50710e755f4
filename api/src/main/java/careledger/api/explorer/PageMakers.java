package careledger.api.explorer;

import careledger.api.config.CareLedgerProperties;
import careledger.api.execution.RequestRelease;
import careledger.api.explorer.file.FileForm;
import careledger.api.notice.Notices;
import careledger.api.web.AnswerBudget;
import careledger.api.web.RequestContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes the page of any address, once memory is reserved for it. */
@Component
final class PageMakers {
    /** Memory reserved while a page is made: its figures, its text and its bytes. */
    private static final long PAGE_BYTES = 2 * 1024 * 1024;

    /** The same for one that is printed. */
    private static final long PRINTED_BYTES = 48 * 1024 * 1024;

    private final Map<Route, PageMaker> makers = new EnumMap<>(Route.class);
    private final CareLedgerProperties properties;
    private final AnswerBudget budget;
    private final Notices notices;

    PageMakers(List<PageMaker> makers, CareLedgerProperties properties, AnswerBudget budget, Notices notices) {
        this.notices = notices;
        makers.forEach(maker -> this.makers.put(maker.route(), maker));
        this.properties = properties;
        this.budget = budget;
    }

    PageContent make(RequestedPage asked, RequestRelease release) {
        PageMaker maker = makers.get(asked.address().route());
        if (maker == null) {
            throw new IllegalStateException(
                    "nothing makes the pages of " + asked.address().route());
        }
        long bytes = asked.form().filter(FileForm.PDF::equals).isPresent() ? PRINTED_BYTES : PAGE_BYTES;
        RequestContext.current().ifPresent(context -> context.reserve(budget, bytes));
        return maker.make(new PageVisit(asked.address(), release, properties.focusArea(), asked.base(), notices));
    }
}
