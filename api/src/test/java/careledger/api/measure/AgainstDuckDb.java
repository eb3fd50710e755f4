package careledger.api.measure;

import java.io.IOException;
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

/**
 * Times answers through HTTP beside the bare DuckDB query under them, turn by turn in one run. Each question is asked a
 * little differently every time, so that no answer comes from the cache; the last line asks one question again and again.
 *
 * <p>Arguments: address of a running service, path of its serving file.
 */
public final class AgainstDuckDb {
    private static final int TURNS = 40;
    private static final int WARM_UP = 20;
    private static final String FIELDS = "id indicator indicatorTitle topic unit polarity area areaName areaKind period"
            + " periodLabel periodKind periodStart periodEnd reportingYear breakdown breakdownLabel value valueText"
            + " numerator denominator status valueKind headline definition segment breakBefore source sourceTitle"
            + " sourceLocator publishedOn";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Connection duck;

    private AgainstDuckDb(URI address, Connection duck) {
        this.address = address;
        this.duck = duck;
    }

    public static void main(String[] arguments) throws Exception {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + arguments[1], readOnly)) {
            AgainstDuckDb run = new AgainstDuckDb(URI.create(arguments[0]), duck);
            System.out.println(
                    "question                          HTTP ms   DuckDB ms   ratio   (medians of " + TURNS + ")");
            run.compare(
                    "one figure",
                    AgainstDuckDb::oneFigure,
                    turn -> "select * from observation where indicator_id ="
                            + " 'cic_count' and area_id = 'E10000018' and period_end >= date '2000-01-01' + " + turn
                            + " and is_headline and breakdown_id = 'total'");
            run.compare(
                    "slice, 30 indicators by year",
                    AgainstDuckDb::slice,
                    turn -> "select * from observation where"
                            + " area_id = 'E10000018' and is_headline and breakdown_id = 'total' and topic_id in ('health',"
                            + " 'stability', 'population') and period_end >= date '2000-01-01' + " + turn
                            + " order by indicator_id, reporting_year");
            run.compare(
                    "10,000 rows",
                    AgainstDuckDb::manyRows,
                    turn -> "select *, count(*) over () from observation"
                            + " where published_on >= date '2000-01-01' + " + turn
                            + " order by indicator_id, area_id, breakdown_id, period_end, period_id, claim_id limit 10000");
            run.compare("10,000 rows again (cached)", turn -> manyRows(0), turn -> "select 1");
        }
    }

    private static String oneFigure(int turn) {
        return observations("indicators: [\"cic_count\"], areas: [\"E10000018\"], from: \"" + day(turn) + "\"", 100);
    }

    private static String manyRows(int turn) {
        return observations(
                "headlineOnly: false, breakdowns: ALL, valueKinds: [ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED,"
                        + " TARGET, FORECAST], from: \"" + day(turn) + "\"",
                10_000);
    }

    private static String slice(int turn) {
        return "{ slice(filter: {topics: [\"health\", \"stability\", \"population\"], areas: [\"E10000018\"], from: \""
                + day(turn) + "\"}, rows: [INDICATOR], columns: [REPORTING_YEAR])"
                + " { columns { key labels } rows { labels cells texts } warnings { code } } }";
    }

    private static String observations(String filter, int first) {
        return "{ observations(filter: {" + filter + "}, first: " + first + ") { totalCount rows { " + FIELDS
                + " } } }";
    }

    private static String day(int turn) {
        return LocalDate.of(1990, 1, 1).plusDays(turn).toString();
    }

    private void compare(String name, Asked asked, Asked sql) throws Exception {
        double[] http = new double[TURNS];
        double[] bare = new double[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            double answered = milliseconds(asked.in(turn + WARM_UP), this::ask);
            double queried = milliseconds(sql.in(turn + WARM_UP), this::query);
            if (turn >= 0) {
                http[turn] = answered;
                bare[turn] = queried;
            }
        }
        System.out.printf("%-32s %8.2f %11.2f %7.2f%n", name, median(http), median(bare), median(http) / median(bare));
    }

    private void ask(String question) throws IOException, InterruptedException {
        String body = "{\"query\":\"" + question.replace("\"", "\\\"") + "\"}";
        String answer = client.send(
                        HttpRequest.newBuilder(address)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        if (answer.contains("\"errors\"")) {
            throw new IllegalStateException(answer);
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

    private static double milliseconds(String text, Work work) throws Exception {
        long start = System.nanoTime();
        work.with(text);
        return (System.nanoTime() - start) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A question or a statement that differs from turn to turn. */
    private interface Asked {
        String in(int turn);
    }

    private interface Work {
        void with(String text) throws Exception;
    }
}
