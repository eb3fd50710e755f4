package careledger.api.namedquery;

import careledger.api.error.ApiException;
import careledger.api.error.ProblemCode;
import careledger.api.spreadsheet.OdsWriter;
import careledger.api.spreadsheet.XlsxWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** What an answer can be written as. */
enum Representation {
    JSON(MediaType.APPLICATION_JSON_VALUE, ""),
    CSV("text/csv", ";charset=UTF-8;header=present"),
    PARQUET("application/vnd.apache.parquet", ""),
    XLSX(XlsxWriter.TYPE, ""),
    ODS(OdsWriter.TYPE, ""),
    SDMX("application/vnd.sdmx.data+csv", ";version=2.0.0;charset=UTF-8"),
    JSONSTAT(MediaType.APPLICATION_JSON_VALUE, "");

    private static final String KNOWN = Arrays.stream(values())
            .map(one -> "." + one.suffix() + " (" + one.type + ")")
            .collect(Collectors.joining(", "));
    private static final String HINT = "Put the suffix behind the query's name; it goes before the header Accept.";

    private final String type;
    private final String details;

    Representation(String type, String details) {
        this.type = type;
        this.details = details;
    }

    String contentType() {
        return type + details;
    }

    /** The type without parameters. */
    String mediaType() {
        return type;
    }

    String suffix() {
        return this == SDMX ? "sdmx.csv" : name().toLowerCase(Locale.ROOT);
    }

    /** Whether a query can be written so: the forms in which statistics are exchanged hold figures only. */
    boolean takes(NamedQuery query) {
        return (this != SDMX && this != JSONSTAT) || SdmxTable.isOf(query);
    }

    /** Those in which a query can be written. */
    static List<Representation> of(NamedQuery query) {
        return Arrays.stream(values()).filter(one -> one.takes(query)).toList();
    }

    /** Whether the file is compressed in itself. */
    boolean packed() {
        return this == PARQUET || this == XLSX || this == ODS;
    }

    /** @throws ApiException where there is no such suffix */
    static Representation ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(one -> one.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(() -> ApiException.of(
                        HttpStatus.NOT_FOUND,
                        ProblemCode.NOT_FOUND,
                        "An answer is written as " + KNOWN + "; there is no '." + suffix + "'.",
                        HINT));
    }

    /** The one that the client likes best; JSON where it does not say. @throws ApiException where it takes none */
    static Representation ofAccept(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted.stream()
                    .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
                    .filter(type -> type.getQualityValue() > 0)
                    .flatMap(type -> matching(type).stream())
                    .findFirst()
                    .orElseThrow(() -> notAcceptable(accept));
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            throw notAcceptable(accept);
        }
    }

    private static Optional<Representation> matching(MediaType wanted) {
        return Arrays.stream(values())
                .filter(one -> wanted.includes(MediaType.parseMediaType(one.type)))
                .findFirst();
    }

    private static ApiException notAcceptable(String accept) {
        return ApiException.of(
                HttpStatus.NOT_ACCEPTABLE,
                ProblemCode.BAD_INPUT,
                "An answer is written as " + KNOWN + "; the header Accept is '" + accept + "'.",
                HINT);
    }
}
