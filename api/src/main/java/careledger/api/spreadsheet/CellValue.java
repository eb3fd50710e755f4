package careledger.api.spreadsheet;

import careledger.answers.export.ExportType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What a cell holds, by the type of its column: numbers as numbers, days as days, all else as text. */
final class CellValue {
    /** A spreadsheet refuses a file with a longer text. */
    private static final int LONGEST = 32_767;

    private CellValue() {}

    /** A String, Double, Boolean, LocalDate or LocalDateTime (UTC); null where the cell is empty. */
    static @Nullable Object of(ExportType type, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case NUMBER, INTEGER -> ((Number) value).doubleValue();
            case BOOLEAN -> value;
            case DATE -> value instanceof LocalDate day ? day : LocalDate.parse(value.toString());
            case TIMESTAMP -> moment(value);
            case TEXT -> text(value.toString());
        };
    }

    private static LocalDateTime moment(Object value) {
        Instant instant = value instanceof Instant known
                ? known
                : OffsetDateTime.parse(value.toString()).toInstant();
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Without the characters that XML cannot hold. */
    private static String text(String text) {
        String plain = text.codePoints()
                .filter(point -> point == '\t' || point == '\n' || point == '\r' || point >= 0x20)
                .filter(point -> point != 0xFFFE && point != 0xFFFF && (point < 0xD800 || point > 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "\u2026";
    }
}
