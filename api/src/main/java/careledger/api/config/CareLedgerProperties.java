package careledger.api.config;

import careledger.answers.query.QueryLimits;
import careledger.answers.serving.ServingLimits;
import careledger.schema.catalogue.FocusArea;
import careledger.schema.catalogue.ReplacedIds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the service, below {@code careledger}. A key that is not here is refused at start.
 *
 * @param data folder of the releases
 * @param focusArea the area that this service is about, by code or name; first in tables
 * @param address where readers find the service, as in {@code https://figures.example.gov.uk/care}; where it is empty, the
 *     address that each request was sent to
 * @param replacedIds path of the file with ids of a council's own catalogue that were replaced; empty where there is none
 * @param refresh how often it is looked whether another release is current
 * @param access who may ask, and how much
 * @param schedule when the deliveries are looked at
 * @param follow the store whose releases are fetched
 * @param webhook receivers of notifications
 * @param explorer details of the council shown on the pages
 */
@ConfigurationProperties(prefix = "careledger", ignoreUnknownFields = false)
public record CareLedgerProperties(
        @DefaultValue("warehouse/data") Path data,
        @DefaultValue("") String focusArea,
        @DefaultValue("") String address,
        @DefaultValue("") String replacedIds,
        @DefaultValue("2s") Duration refresh,
        @DefaultValue Limits limits,
        @DefaultValue AccessSettings access,
        @DefaultValue ScheduleSettings schedule,
        @DefaultValue FollowSettings follow,
        @DefaultValue WebhookSettings webhook,
        @DefaultValue ExplorerSettings explorer) {
    /** @throws IllegalArgumentException that says everything that is wrong */
    public CareLedgerProperties {
        List<String> problems = new ArrayList<>(limits.problems());
        problems.addAll(access.problems());
        problems.addAll(schedule.problems());
        problems.addAll(follow.problems());
        problems.addAll(webhook.problems());
        problems.addAll(explorer.problems());
        try {
            focusArea = focusArea.isBlank() ? FocusArea.standard() : FocusArea.of(focusArea);
        } catch (IllegalArgumentException e) {
            problems.add("careledger.focusArea is '" + focusArea + "': " + e.getMessage());
        }
        try {
            publicAddress(address);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
        }
        try {
            replacedIds(replacedIds);
        } catch (IllegalArgumentException e) {
            problems.add("careledger.replacedIds: " + e.getMessage());
        }
        if (refresh.toMillis() < 100) {
            problems.add("careledger.refresh is 100ms or longer");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Where readers find the service; empty where it is known from each request only. */
    public Optional<PublicAddress> publicAddress() {
        return publicAddress(address);
    }

    /** Ids of the catalogue that were replaced: the program's, and the council's own. */
    public ReplacedIds allReplacedIds() {
        return replacedIds(replacedIds);
    }

    private static ReplacedIds replacedIds(String file) {
        return file.isBlank() ? ReplacedIds.builtIn() : ReplacedIds.builtIn().and(ReplacedIds.read(Path.of(file)));
    }

    /** What the path of every link begins with; often nothing. */
    public String prefix() {
        return publicAddress().map(PublicAddress::prefix).orElse("");
    }

    private static Optional<PublicAddress> publicAddress(String address) {
        return address.isBlank() ? Optional.empty() : Optional.of(PublicAddress.of(address.strip()));
    }

    /**
     * What callers and the machine must respect.
     *
     * @param concurrent questions answered at once; 0 is one for each core
     * @param queue questions that may wait for their turn
     * @param sharing questions that may wait for an answer that is just being made for another
     * @param longestWait longest that a question may wait for its turn
     * @param deadline from a question's turn to its answer
     * @param memoryMegabytes memory of DuckDB
     * @param pageRows most rows of a page
     * @param listLength most values in one list of a filter
     * @param sliceCells most cells of a slice
     * @param cachedRows rows of answers kept for being asked again, as far as a fifth of the heap holds them
     * @param answerShare percent of the heap that all answers being produced may use together
     * @param slow from which time on an answer is logged with its statements
     * @param document how much one document may hold
     * @param connection what a caller may do to a connection
     */
    public record Limits(
            @DefaultValue("0") int concurrent,
            @DefaultValue("64") int queue,
            @DefaultValue("128") int sharing,
            @DefaultValue("15s") Duration longestWait,
            @DefaultValue("10s") Duration deadline,
            @DefaultValue("512") int memoryMegabytes,
            @DefaultValue("10000") int pageRows,
            @DefaultValue("200") int listLength,
            @DefaultValue("100000") int sliceCells,
            @DefaultValue("200000") int cachedRows,
            @DefaultValue("40") int answerShare,
            @DefaultValue("1s") Duration slow,
            @DefaultValue DocumentLimits document,
            @DefaultValue ConnectionLimits connection) {
        /** What a row of figures takes in memory, generously. */
        public static final int BYTES_A_ROW = 1_200;

        /** Rows of one workbook, which is whole in memory before its first byte is sent. */
        public static final int WORKBOOK_ROWS = 10_000;

        /** Bodies still arriving from one address; three hundred readers who all send at once stay below this. */
        public static final int UNFINISHED_BODIES = 400;

        private static final int KEPT_SHARE = 5;

        public Limits {
            concurrent = concurrent == 0 ? Runtime.getRuntime().availableProcessors() : concurrent;
        }

        public QueryLimits question() {
            return new QueryLimits(pageRows, listLength, sliceCells);
        }

        public ServingLimits serving() {
            int threads = Runtime.getRuntime().availableProcessors();
            return new ServingLimits(concurrent, queue, longestWait, deadline, memoryMegabytes, threads, slow);
        }

        /** Bytes of memory that all answers being produced may use together. */
        public long answerBytes() {
            return Runtime.getRuntime().maxMemory() / 100 * answerShare;
        }

        /** Rows of answers that are kept: never more than a fifth of the heap holds. */
        public long keptRows() {
            return Math.min(cachedRows, Runtime.getRuntime().maxMemory() / KEPT_SHARE / BYTES_A_ROW);
        }

        List<String> problems() {
            List<String> problems = new ArrayList<>();
            if (answerShare < 1 || answerShare > 80) {
                problems.add("careledger.limits.answerShare is " + answerShare
                        + "; expected a percentage of the heap from 1 to 80");
            }
            MinValue.check(problems, "limits.concurrent", concurrent, 0);
            MinValue.check(problems, "limits.queue", queue, 0);
            MinValue.check(problems, "limits.sharing", sharing, 0);
            MinValue.check(problems, "limits.memoryMegabytes", memoryMegabytes, 64);
            MinValue.check(problems, "limits.pageRows", pageRows, 1);
            MinValue.check(problems, "limits.listLength", listLength, 1);
            MinValue.check(problems, "limits.sliceCells", sliceCells, 1);
            MinValue.check(problems, "limits.cachedRows", cachedRows, 0);
            MinValue.check(problems, "limits.slow (milliseconds)", slow.toMillis(), 1);
            problems.addAll(document.problems());
            problems.addAll(connection.problems());
            if (deadline.toMillis() < 100) {
                problems.add("careledger.limits.deadline is 100ms or longer");
            }
            if (longestWait.toMillis() < 1) {
                problems.add("careledger.limits.longestWait is 1ms or longer");
            }
            return problems;
        }
    }
}
