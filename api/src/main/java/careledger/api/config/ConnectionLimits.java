package careledger.api.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a caller may do to a connection.
 *
 * @param bodyBytes most bytes of a request's body
 * @param bodyTime longest that a request's body may take to arrive
 * @param slowestReader least bytes a second that a caller takes of an answer
 * @param readerTime over which that is measured
 * @param rowsInFlight rows of all answers that are being sent at once; an answer of up to a thousand is always sent
 */
public record ConnectionLimits(
        @DefaultValue("65536") int bodyBytes,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("4096") int slowestReader,
        @DefaultValue("20s") Duration readerTime,
        @DefaultValue("500000") int rowsInFlight) {
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        MinValue.check(problems, "limits.connection.bodyBytes", bodyBytes, 1024);
        MinValue.check(problems, "limits.connection.bodyTime (milliseconds)", bodyTime.toMillis(), 100);
        MinValue.check(problems, "limits.connection.slowestReader", slowestReader, 0);
        MinValue.check(problems, "limits.connection.readerTime (milliseconds)", readerTime.toMillis(), 100);
        MinValue.check(problems, "limits.connection.rowsInFlight", rowsInFlight, 1000);
        return problems;
    }
}
