package careledger.api.graphql;

import careledger.answers.query.InvalidArguments;
import careledger.answers.query.QueryLimits;
import careledger.api.config.AccessSettings.Rate;
import careledger.api.config.CareLedgerProperties;
import careledger.api.config.CareLedgerProperties.Limits;
import careledger.api.config.ConnectionLimits;
import careledger.api.config.DocumentLimits;
import careledger.api.error.LimitName;
import careledger.api.graphql.About.Limit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Every limit by the name that refusals use, with its meaning and unit. */
final class LimitList {
    private LimitList() {}

    /** @param server of which some limits are settings of the web server */
    static List<Limit> of(CareLedgerProperties properties, Environment server) {
        Limits limits = properties.limits();
        return Stream.of(
                        answers(limits),
                        documents(limits.document()),
                        connections(limits.connection()),
                        server(server),
                        turns(limits),
                        budgets(properties.access().rate()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Limit> answers(Limits limits) {
        return List.of(
                new Limit(QueryLimits.PAGE_ROWS, limits.pageRows(), "rows of one page ('first')"),
                new Limit(QueryLimits.LIST_LENGTH, limits.listLength(), "values in one list of an argument"),
                new Limit(QueryLimits.SLICE_CELLS, limits.sliceCells(), "cells of one slice, and figures read for it"),
                new Limit("workbookRows", Limits.WORKBOOK_ROWS, "rows of one answer as XLSX or ODS"),
                new Limit("errors", InvalidArguments.MOST, "errors named in one answer"),
                new Limit(
                        "cachedRows", Math.toIntExact(limits.keptRows()), "rows of answers kept for being asked again"),
                new Limit(LimitName.TEXT_LENGTH, limits.document().textLength(), "characters of one text"));
    }

    private static List<Limit> documents(DocumentLimits limits) {
        return List.of(
                new Limit(LimitName.CHARACTERS, limits.characters(), "characters of one document"),
                new Limit(LimitName.TOKENS, limits.tokens(), "words and signs of one document"),
                new Limit(LimitName.DEPTH, limits.depth(), "levels of fields in one document"),
                new Limit(LimitName.FIELDS, limits.fields(), "fields in one document, fragments unfolded"),
                new Limit(LimitName.ROOT_FIELDS, limits.rootFields(), "fields of the query itself"),
                new Limit(LimitName.ALIASES, limits.aliases(), "fields with another name in one document"),
                new Limit(LimitName.DUPLICATES, limits.duplicates(), "fields named twice in one selection"),
                new Limit(LimitName.DIRECTIVES, limits.directives(), "uses of directives in one document"),
                new Limit(LimitName.COST, limits.cost(), "rows asked for, times fields of each"));
    }

    private static List<Limit> connections(ConnectionLimits limits) {
        return List.of(
                new Limit(LimitName.BODY_BYTES, limits.bodyBytes(), "bytes of a request's body"),
                new Limit(
                        "unfinishedBodies",
                        Limits.UNFINISHED_BODIES,
                        "bodies still arriving from one address; the oldest is dropped for another"),
                new Limit("bodyMilliseconds", milliseconds(limits.bodyTime()), "milliseconds for a body to arrive"),
                new Limit("slowestReader", limits.slowestReader(), "bytes a second that a caller takes at least"),
                new Limit(
                        "readerMilliseconds",
                        milliseconds(limits.readerTime()),
                        "milliseconds over which slowestReader is measured"),
                new Limit(
                        "spoolMegabytes",
                        limits.spoolMegabytes(),
                        "megabytes on disk of answers that are read slowly"));
    }

    private static List<Limit> server(Environment server) {
        return List.of(
                new Limit(
                        "headBytes",
                        Math.toIntExact(
                                server.getRequiredProperty("server.max-http-request-header-size", DataSize.class)
                                        .toBytes()),
                        "bytes of a request's address and headers together"),
                new Limit(
                        "connections",
                        server.getRequiredProperty("server.tomcat.max-connections", Integer.class),
                        "connections open at once on each address that the service listens on"),
                new Limit(
                        "connectionMilliseconds",
                        milliseconds(server.getRequiredProperty("server.tomcat.connection-timeout", Duration.class)),
                        "milliseconds for a request's head to arrive"),
                new Limit(
                        "idleMilliseconds",
                        milliseconds(server.getRequiredProperty("server.tomcat.keep-alive-timeout", Duration.class)),
                        "milliseconds that a connection stays open between requests"));
    }

    private static List<Limit> budgets(Rate rate) {
        return List.of(
                new Limit(
                        "budgetMilliseconds",
                        milliseconds(rate.window()),
                        "milliseconds over which a budget of work fills up again"),
                budget("budgetLocal", rate.local(), "of callers on this machine together"),
                budget("budgetAddress", rate.address(), "of another address, and of its wrong keys apart from that"),
                budget("budgetKey", rate.key(), "of a key, or of one who holds a token"),
                budget("budgetFailure", rate.failure(), "that a wrong key or token costs"));
    }

    private static Limit budget(String name, long milliseconds, String whose) {
        return new Limit(name, (int) Math.min(milliseconds, Integer.MAX_VALUE), "milliseconds of work " + whose);
    }

    private static List<Limit> turns(Limits limits) {
        return List.of(
                new Limit(
                        "answerMegabytes",
                        (int) ((limits.answerBytes() - limits.answerBytes() / 4) >> 20),
                        "megabytes of memory that long answers being produced may use together, and one of them at"
                                + " most"),
                new Limit("concurrent", limits.concurrent(), "questions answered at once"),
                new Limit("queue", limits.queue(), "queries of one priority that may wait for their turn"),
                new Limit("sharing", limits.sharing(), "requests that may share one identical in-flight query"),
                new Limit(
                        "longestWaitMilliseconds",
                        milliseconds(limits.longestWait()),
                        "milliseconds that a question may wait"),
                new Limit(
                        "deadlineMilliseconds",
                        milliseconds(limits.deadline()),
                        "milliseconds from a question's turn to its answer"),
                new Limit(
                        "memoryMegabytes", limits.memoryMegabytes(), "megabytes of DuckDB for all questions together"));
    }

    private static int milliseconds(Duration time) {
        return Math.toIntExact(time.toMillis());
    }
}
