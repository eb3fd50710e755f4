package careledger.api.measure;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a second over eight connections, and the processor time that the service takes for one, beside the bare
 * prepared statement under each question. The client is a plain socket, since it shares the processors with the service.
 *
 * <p>Questions are about random series of the served release; none is sent twice in a run unless its line says so. A
 * round sends every kind of question in turn, so that a machine of changing speed favours none.
 *
 * <p>Arguments: seconds for each line, rounds; then for each service the address of its {@code /graphql} and the path of
 * its serving file. Several services are asked by turns. The first rounds warm them up.
 */
public final class Throughput {
    private static final int CONNECTIONS = 8;
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);

    private static final String ONE_SERIES = "{\"query\":\"query($i: [ID!], $a: [ID!], $f: Date) { observations(filter:"
            + " {indicators: $i, areas: $a, from: $f}) { rows { period value valueText } } }\",\"variables\":{\"i\":[\"%s\"],"
            + "\"a\":[\"%s\"],\"f\":%s}}";
    private static final String SLICE = "{\"query\":\"query($i: [ID!]) { slice(filter: {indicators: $i, areaKinds:"
            + " [AUTHORITY]}, rows: [AREA], columns: [PERIOD]) { columns { key } rows { key cells } } }\","
            + "\"variables\":{\"i\":[\"%s\"]}}";
    private static final String LONG =
            "{\"query\":\"{ observations(filter: {headlineOnly: false, breakdowns: ALL}, first: 10000) { rows { id"
                    + " indicator area period breakdown value valueText status } } }\"}";

    private record Series(String indicator, String area) {}

    private final URI address;
    private final String servingFile;
    private final int seconds;

    private Throughput(URI address, String servingFile, int seconds) {
        this.address = address;
        this.servingFile = servingFile;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        int seconds = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<Throughput> services = new ArrayList<>();
        for (int i = 2; i < arguments.length; i += 2) {
            services.add(new Throughput(URI.create(arguments[i]), arguments[i + 1], seconds));
        }
        List<Series> series = services.get(0).series();
        List<String> indicators =
                series.stream().map(Series::indicator).distinct().sorted().toList();
        System.out.println(series.size() + " series of " + indicators.size() + " indicators");
        AtomicInteger next = new AtomicInteger();
        for (int round = 1; round <= rounds; round++) {
            System.out.println("round " + round + "                     a second   CPU ms of the service for one");
            int first = round * 131;
            String year = Integer.toString(2000 + round);
            for (Throughput run : services) {
                run.http(
                        "one series, not sent before", i -> series(series.get(next.getAndIncrement() % series.size())));
            }
            for (Throughput run : services) {
                run.http("one series in memory, other question", i -> later(series.get(i % 500), year, i / 500));
            }
            for (Throughput run : services) {
                run.http("one series, again", i -> series(series.get(0)));
            }
            services.get(0)
                    .bare(
                            "  bare statement, three columns",
                            "select period_id, value, value_text from observation where indicator_id = ? and area_id = ? and"
                                    + " is_headline and breakdown_id = 'total'",
                            statement -> {
                                Series one = series.get(next.getAndIncrement() % series.size());
                                statement.setString(1, one.indicator());
                                statement.setString(2, one.area());
                            });
            for (Throughput run : services) {
                run.http(
                        "slice of all authorities",
                        i -> String.format(SLICE, indicators.get((i * 7 + first) % indicators.size())));
            }
            for (Throughput run : services) {
                run.http("slice of all authorities, again", i -> String.format(SLICE, "cic_rate_per_10k"));
            }
            services.get(0)
                    .bare(
                            "  bare statement, three columns",
                            "select area_id, period_id, value from observation where indicator_id = ? and area_kind ="
                                    + " 'AUTHORITY' and is_headline and breakdown_id = 'total'",
                            statement ->
                                    statement.setString(1, indicators.get(next.getAndIncrement() % indicators.size())));
            for (Throughput run : services) {
                run.http("10,000 rows, again", i -> LONG);
            }
        }
    }

    private static String series(Series one) {
        return String.format(ONE_SERIES, one.indicator(), one.area(), "null");
    }

    /** A question of its own for each year and day of it. */
    private static String later(Series one, String year, int day) {
        String from = LocalDate.parse(year + "-01-01").plusDays(day).toString();
        return String.format(ONE_SERIES, one.indicator(), one.area(), '"' + from + '"');
    }

    private List<Series> series() throws SQLException {
        List<Series> found = new ArrayList<>();
        try (Connection duck = open();
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select distinct indicator_id, area_id from observation where"
                        + " is_headline and breakdown_id = 'total' order by all")) {
            while (rows.next()) {
                found.add(new Series(rows.getString(1), rows.getString(2)));
            }
        }
        Collections.shuffle(found, new Random(System.nanoTime()));
        return found;
    }

    private Connection open() throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        readOnly.setProperty("threads", "1");
        return DriverManager.getConnection("jdbc:duckdb:" + servingFile, readOnly);
    }

    private void http(String name, IntFunction<String> body) throws Exception {
        AtomicInteger sent = new AtomicInteger();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        double cpu = -ServiceCpu.milliseconds(address);
        ExecutorService callers = Executors.newFixedThreadPool(CONNECTIONS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(callers.submit(() -> {
                while (System.nanoTime() < end) {
                    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                        socket.setTcpNoDelay(true);
                        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                        boolean open = true;
                        while (open && System.nanoTime() < end) {
                            open = exchange(socket, in, body.apply(sent.getAndIncrement()));
                        }
                    }
                }
                return null;
            }));
        }
        callers.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
        cpu += ServiceCpu.milliseconds(address);
        print(name, sent.get(), cpu);
    }

    /** Whether the service keeps the connection open. */
    private boolean exchange(Socket socket, InputStream in, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/json\r\nAccept: application/json\r\nContent-Length: " + bytes.length
                + "\r\n\r\n";
        byte[] all = new byte[head.length() + bytes.length];
        System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
        System.arraycopy(bytes, 0, all, head.length(), bytes.length);
        socket.getOutputStream().write(all);
        StringBuilder answer = new StringBuilder(800);
        while (answer.length() < 4 || answer.indexOf("\r\n\r\n", answer.length() - 4) < 0) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException("the service closed the connection after: " + answer);
            }
            answer.append((char) read);
        }
        Matcher length = LENGTH.matcher(answer);
        if (!answer.toString().startsWith("HTTP/1.1 200") || !length.find()) {
            throw new IOException("not answered: " + answer);
        }
        byte[] content = in.readNBytes(Integer.parseInt(length.group(1)));
        boolean open = answer.indexOf("Connection: close") < 0;
        if (!new String(content, 0, Math.min(content.length, 8), StandardCharsets.US_ASCII).equals("{\"data\":")) {
            throw new IOException("not data: " + new String(content, StandardCharsets.UTF_8));
        }
        return open;
    }

    private void bare(String name, String sql, Binding binding) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        AtomicInteger answered = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            all.add(callers.submit(() -> {
                try (Connection duck = open();
                        PreparedStatement statement = duck.prepareStatement(sql)) {
                    while (System.nanoTime() < end) {
                        binding.set(statement);
                        try (ResultSet rows = statement.executeQuery()) {
                            while (rows.next()) {
                                rows.getObject(1);
                                rows.getObject(2);
                                rows.getObject(3);
                            }
                        }
                        answered.incrementAndGet();
                    }
                }
                return null;
            }));
        }
        callers.shutdown();
        for (Future<?> one : all) {
            one.get();
        }
        print(name, answered.get(), Double.NaN);
    }

    private void print(String name, int times, double cpu) {
        System.out.printf("%-38s %8.0f %12.3f%n", name, times / (double) seconds, cpu / times);
    }

    private interface Binding {
        void set(PreparedStatement statement) throws SQLException;
    }
}
