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
 * @param spoolMegabytes disk that answers may take together while they wait for slow readers
 * @param rowsInFlight has no effect any more: rows are no longer held while they are sent; deprecated, use spoolMegabytes
 */
public record ConnectionLimits(
        @DefaultValue("65536") int bodyBytes,
        @DefaultValue("2s") Duration bodyTime,
        @DefaultValue("4096") int slowestReader,
        @DefaultValue("20s") Duration readerTime,
        @DefaultValue("1024") int spoolMegabytes,
        @DefaultValue("500000") int rowsInFlight) {
    /** Bytes on disk that answers may take together. */
    public long spoolBytes() {
        return 1024L * 1024 * spoolMegabytes;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        MinValue.check(problems, "limits.connection.bodyBytes", bodyBytes, 1024);
        MinValue.check(problems, "limits.connection.bodyTime (milliseconds)", bodyTime.toMillis(), 100);
        MinValue.check(problems, "limits.connection.slowestReader", slowestReader, 0);
        MinValue.check(problems, "limits.connection.readerTime (milliseconds)", readerTime.toMillis(), 100);
        MinValue.check(problems, "limits.connection.spoolMegabytes", spoolMegabytes, 1);
        MinValue.check(problems, "limits.connection.rowsInFlight", rowsInFlight, 1000);
        return problems;
    }
}
