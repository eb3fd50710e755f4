package careledger.api.about;

import careledger.api.about.About.Limit;
import careledger.api.configuration.CareLedgerProperties;
import careledger.api.configuration.CareLedgerProperties.Limits;
import careledger.api.release.ReleaseView;
import careledger.api.request.RequestRelease;
import careledger.warehouse.question.QuestionLimits;
import careledger.warehouse.question.about.Counts;
import careledger.warehouse.question.catalogue.AreaEntry;
import graphql.parser.ParserOptions;
import java.util.List;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The front page of the data. */
@Controller
final class AboutController {
    private final CareLedgerProperties properties;

    AboutController(CareLedgerProperties properties) {
        this.properties = properties;
    }

    @QueryMapping
    About about(@ContextValue(RequestRelease.KEY) RequestRelease release) {
        AreaEntry focus = release.catalogue()
                .area(properties.focusArea())
                .orElseThrow(() -> new IllegalStateException(
                        "careledger.focusArea is '" + properties.focusArea() + "', which no area of the release is"));
        Counts counts = release.ask(Counts::of);
        return new About(
                release.version(),
                ReleaseView.of(release.served().manifest(), true),
                focus,
                counts.observations(),
                counts.indicators(),
                counts.sources(),
                counts.firstPeriodEnd(),
                counts.lastPeriodEnd(),
                limits(properties.limits()));
    }

    private static List<Limit> limits(Limits limits) {
        ParserOptions document = ParserOptions.getDefaultOperationParserOptions();
        return List.of(
                new Limit(QuestionLimits.PAGE_ROWS, limits.pageRows(), "rows of one page ('first')"),
                new Limit(QuestionLimits.LIST_LENGTH, limits.listLength(), "values in one list of a filter"),
                new Limit(
                        QuestionLimits.SLICE_CELLS, limits.sliceCells(), "cells of one slice, and figures read for it"),
                new Limit("queryDepth", limits.queryDepth(), "levels of fields in one document"),
                new Limit("queryFields", limits.queryFields(), "fields in one document, fragments unfolded"),
                new Limit("documentCharacters", document.getMaxCharacters(), "characters of one document"),
                new Limit("documentTokens", document.getMaxTokens(), "words and signs of one document"),
                new Limit("concurrent", limits.concurrent(), "questions answered at once"),
                new Limit("queue", limits.queue(), "questions that may wait for their turn"),
                new Limit(
                        "longestWaitMilliseconds",
                        Math.toIntExact(limits.longestWait().toMillis()),
                        "milliseconds that a question may wait"),
                new Limit(
                        "deadlineMilliseconds",
                        Math.toIntExact(limits.deadline().toMillis()),
                        "milliseconds from a question's turn to its answer"),
                new Limit(
                        "memoryMegabytes", limits.memoryMegabytes(), "megabytes of DuckDB for all questions together"));
    }
}
