package careledger.api.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * Times answers through HTTP beside the bare DuckDB query under them, turn by turn in one run. Each question is asked with
 * another day every time and in every run, so that no answer comes from the cache; the last line asks one question again
 * and again. The documents stay the same, as those of programs do. The bare query has the columns that the answer shows.
 *
 * <p>Elapsed times say little on a machine that others use. So the time for which processors worked is shown too: that of
 * the whole service while it answered, and that of DuckDB on one thread.
 *
 * <p>Arguments: address of a running service's {@code /graphql}, path of its serving file.
 */
public final class AgainstDuckDb {
    private static final int TURNS = 60;

    /** Both processes compile what they do often; until then their compilers take the processors from each other. */
    private static final int WARM_UP = 1_000;

    private static final int WARM_UP_OF_LONG_ANSWERS = 60;
    private static final String FIELDS = "id indicator indicatorTitle topic unit polarity area areaName areaKind period"
            + " periodLabel periodKind periodStart periodEnd reportingYear breakdown breakdownLabel value valueText"
            + " numerator denominator status valueKind headline definition segment breakBefore source sourceTitle"
            + " sourceLocator publishedOn";
    private static final String COLUMNS = "claim_id, indicator_id, indicator_title, topic_id, unit, polarity, area_id,"
            + " area_name, area_kind, period_id, period_label, period_kind, period_start, period_end, reporting_year,"
            + " breakdown_id, breakdown_label, value, value_text, numerator, denominator, status, value_kind,"
            + " is_headline, definition_id, segment_id, break_before, source_id, source_title, locator, published_on";

    private static final String SLICE =
            "query($from: Date) { slice(filter: {topics: [\"health\", \"stability\", \"population\"],"
                    + " areas: [\"E10000018\"], from: $from}, rows: [INDICATOR], columns: [REPORTING_YEAR])"
                    + " { columns { key labels } rows { labels cells texts } warnings { code } } }";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Before all figures. */
    private final LocalDate first = LocalDate.of(1, 1, 1).plusDays(System.currentTimeMillis() / 1000 % 500_000);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final Connection duck;

    private AgainstDuckDb(URI address, Connection duck) {
        this.address = address;
        this.duck = duck;
    }

    public static void main(String[] arguments) throws Exception {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        readOnly.setProperty("threads", "1");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + arguments[1], readOnly)) {
            AgainstDuckDb run = new AgainstDuckDb(URI.create(arguments[0]), duck);
            System.out.println("question (" + TURNS
                    + " turns)             HTTP ms   DuckDB ms   ratio   fastest ratio   CPU of both, ratio");
            run.compare(
                    "one figure",
                    observations("indicators: [\"cic_count\"], areas: [\"E10000018\"]", 100),
                    WARM_UP,
                    turn -> turn,
                    turn -> "select " + COLUMNS + " from observation where indicator_id = 'cic_count' and area_id ="
                            + " 'E10000018' and period_end >= date '" + run.first + "' + " + turn
                            + " and is_headline and breakdown_id = 'total'");
            run.compare(
                    "slice, 30 indicators by year",
                    SLICE,
                    WARM_UP,
                    turn -> turn,
                    turn -> "select indicator_id, indicator_title, reporting_year, value, value_text, period_label,"
                            + " period_kind, definition_id, segment_id from observation where area_id = 'E10000018' and"
                            + " is_headline and breakdown_id = 'total' and topic_id in ('health', 'stability',"
                            + " 'population') and period_end >= date '" + run.first + "' + " + turn
                            + " order by indicator_id, reporting_year");
            run.compare(
                    "10,000 rows",
                    manyRows(),
                    WARM_UP_OF_LONG_ANSWERS,
                    turn -> turn,
                    turn -> "select " + COLUMNS + ", count(*) over () from observation"
                            + " where period_end >= date '" + run.first + "' + " + turn
                            + " order by indicator_id, area_id, breakdown_id, period_end, period_id, claim_id limit"
                            + " 10000");
            run.compare(
                    "10,000 rows again (cached)", manyRows(), WARM_UP_OF_LONG_ANSWERS, turn -> 0, turn -> "select 1");
        }
    }

    private static String manyRows() {
        return observations(
                "headlineOnly: false, breakdowns: ALL, valueKinds: [ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED,"
                        + " TARGET, FORECAST]",
                10_000);
    }

    private static String observations(String filter, int first) {
        return "query($from: Date) { observations(filter: {" + filter + ", from: $from}, first: " + first
                + ") { totalCount rows { " + FIELDS + " } } }";
    }

    private void compare(String name, String document, int warmUp, IntUnaryOperator day, IntFunction<String> sql)
            throws Exception {
        double[] http = new double[TURNS];
        double[] bare = new double[TURNS];
        double bareCpu = 0;
        double serviceCpu = 0;
        for (int turn = -warmUp; turn < TURNS; turn++) {
            if (turn == 0) {
                serviceCpu = -ServiceCpu.milliseconds(address);
            }
            String from = first.plusDays(day.applyAsInt(turn + warmUp)).toString();
            double answered = milliseconds(() -> query(document, from));
            String statement = sql.apply(turn + warmUp);
            long worked = THREADS.getCurrentThreadCpuTime();
            double queried = milliseconds(() -> query(statement));
            if (turn >= 0) {
                http[turn] = answered;
                bare[turn] = queried;
                bareCpu += (THREADS.getCurrentThreadCpuTime() - worked) / 1e6;
            }
        }
        serviceCpu += ServiceCpu.milliseconds(address);
        Arrays.sort(http);
        Arrays.sort(bare);
        System.out.printf(
                "%-32s %8.2f %11.2f %7.2f %15.2f %10.2f %7.2f %7.2f%n",
                name,
                http[TURNS / 2],
                bare[TURNS / 2],
                http[TURNS / 2] / bare[TURNS / 2],
                http[0] / bare[0],
                serviceCpu / TURNS,
                bareCpu / TURNS,
                serviceCpu / bareCpu);
    }

    private void query(String document, String from) throws IOException, InterruptedException {
        String body =
                "{\"query\":\"" + document.replace("\"", "\\\"") + "\",\"variables\":{\"from\":\"" + from + "\"}}";
        String answer = client.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        if (!answer.contains("\"data\":{") || answer.contains("\"errors\"")) {
            throw new IllegalStateException("not answered: " + answer);
        }
    }

    private void query(String sql) throws SQLException {
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    private static double milliseconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.once();
        return (System.nanoTime() - start) / 1e6;
    }

    private interface Work {
        void once() throws Exception;
    }
}
