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
 * @param period empty where the mapping says one for every row
 * @param breakdown members as our own exports write them, {@code sex=female;age_group=aged_0_4}
 * @param valueKind codes such as ACTUAL
 * @param beside words that are kept beside the figure
 */
public record LongColumns(
        List<String> measure,
        List<String> areaCode,
        List<String> areaName,
        Optional<String> period,
        String value,
        Optional<String> count,
        Optional<String> base,
        Optional<String> status,
        Optional<String> breakdown,
        Optional<String> valueKind,
        BesideColumns beside) {
    public LongColumns {
        measure = List.copyOf(measure);
        areaCode = List.copyOf(areaCode);
        areaName = List.copyOf(areaName);
    }

    /** Joins the words of several columns that make a code together. */
    public static final String BETWEEN = " / ";

    /** Headers of all of them. */
    public List<String> headers() {
        List<String> headers = new ArrayList<>(measure);
        headers.addAll(areaCode);
        headers.addAll(areaName);
        Stream.of(count, base, status, breakdown, valueKind)
                .flatMap(Optional::stream)
                .forEach(headers::add);
        period.ifPresent(headers::add);
        headers.add(value);
        headers.addAll(beside.headers());
        return headers;
    }
}
