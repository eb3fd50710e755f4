package careledger.schema.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the columns of a long table are.
 *
 * @param measure of the codes, which several columns may make together; none where the file has one measure
 * @param areaCode looked at first, the first column with something in it
 * @param areaName looked at where there is no code, the first column with something in it
 * @param count the numerator of the value
 * @param base the denominator of the value
 * @param status codes that say what becomes of the value
 * @param notes words that are kept beside the figure
 */
public record LongColumns(
        List<String> measure,
        List<String> areaCode,
        List<String> areaName,
        String period,
        String value,
        Optional<String> count,
        Optional<String> base,
        Optional<String> status,
        List<String> notes,
        List<Limits> limits) {
    /**
     * Confidence limits.
     *
     * @param name such as {@code 95%}
     */
    public record Limits(String name, String lower, String upper) {}

    public LongColumns {
        measure = List.copyOf(measure);
        areaCode = List.copyOf(areaCode);
        areaName = List.copyOf(areaName);
        notes = List.copyOf(notes);
        limits = List.copyOf(limits);
    }

    /** Joins the words of several columns that make a code together. */
    public static final String BETWEEN = " / ";

    /** Headers of all of them. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(measure);
        headers.addAll(areaCode);
        headers.addAll(areaName);
        Stream.of(count, base, status).flatMap(Optional::stream).forEach(headers::add);
        headers.add(period);
        headers.add(value);
        headers.addAll(notes);
        limits.forEach(limit -> headers.addAll(List.of(limit.lower(), limit.upper())));
        return headers;
    }
}
