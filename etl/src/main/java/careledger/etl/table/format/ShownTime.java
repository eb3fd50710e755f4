package careledger.etl.table.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/**
 * A date or time as a format displays it. A format that displays day, month and year gives {@code 2020-03-31} whatever
 * their order, so that nobody has to know which came first.
 */
final class ShownTime {
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final BigDecimal FIRST_CERTAIN_DAY = BigDecimal.valueOf(61);
    private static final BigDecimal MOST_DAYS_COUNTED = BigDecimal.valueOf(3_653);
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private final List<FormatPart> parts;
    private final BigDecimal days;

    /** @param days since 30 December 1899 */
    ShownTime(List<FormatPart> parts, BigDecimal days) {
        this.parts = parts;
        this.days = days;
    }

    ShownCell show() {
        boolean dated = has("ymd");
        if (days.signum() < 0 || (dated && days.compareTo(FIRST_CERTAIN_DAY) < 0)) {
            return ShownCell.unclear(
                    FormatSection.plain(days), "The cell shows a date before March 1900, or a negative time.");
        }
        if (dated && days.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return ShownCell.unclear(FormatSection.plain(days), "The cell shows a date after the year 9999.");
        }
        if (has("HNS") && elapsed() > 1) {
            return ShownCell.unclear(FormatSection.plain(days), "The cell shows several times that go on counting.");
        }
        if (has("HNS") && days.compareTo(MOST_DAYS_COUNTED) > 0) {
            return ShownCell.unclear(FormatSection.plain(days), "The cell shows a time of more than ten years.");
        }
        if (has("sS") && !wholeSeconds()) {
            return ShownCell.unclear(
                    FormatSection.plain(days),
                    "The cell holds a part of a second, which programs round in different ways.");
        }
        try {
            LocalDateTime at = at();
            if (has("y") && has("m") && hasDayOfMonth()) {
                return ShownCell.of(
                        has("hnsaHNS") ? at.toString() : at.toLocalDate().toString());
            }
            return ShownCell.of(words(at));
        } catch (DateTimeException e) {
            return ShownCell.unclear(FormatSection.plain(days), "The cell shows a date that does not exist.");
        }
    }

    private boolean wholeSeconds() {
        BigDecimal exact = days.multiply(SECONDS_A_DAY);
        return exact.subtract(exact.setScale(0, RoundingMode.HALF_UP)).abs().compareTo(new BigDecimal("0.001")) < 0;
    }

    private LocalDateTime at() {
        long seconds = seconds();
        return DAY_ZERO.plusDays(Math.floorDiv(seconds, 86_400L)).atStartOfDay().plusSeconds(seconds % 86_400L);
    }

    private long seconds() {
        return days.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private String words(LocalDateTime at) {
        StringBuilder text = new StringBuilder();
        boolean halves = has("a");
        for (FormatPart part : parts) {
            if (part instanceof FormatPart.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof FormatPart.Time time) {
                text.append(word(time, at, halves));
            }
        }
        return text.toString();
    }

    private String word(FormatPart.Time time, LocalDateTime at, boolean halves) {
        int letters = time.letters();
        return switch (time.unit()) {
            case 'y' -> letters <= 2 ? padded(at.getYear() % 100, 2) : Integer.toString(at.getYear());
            case 'm' ->
                letters <= 2
                        ? padded(at.getMonthValue(), letters)
                        : at.getMonth().getDisplayName(letters == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
            case 'd' ->
                letters <= 2
                        ? padded(at.getDayOfMonth(), letters)
                        : at.getDayOfWeek()
                                .getDisplayName(letters == 3 ? TextStyle.SHORT : TextStyle.FULL, Locale.ENGLISH);
            case 'h' -> padded(halves ? (at.getHour() + 11) % 12 + 1 : at.getHour(), letters);
            case 'n' -> padded(at.getMinute(), letters);
            case 's' -> padded(at.getSecond(), letters);
            case 'a' -> at.getHour() < 12 ? "AM" : "PM";
            case 'H' -> padded(seconds() / 3600, letters);
            case 'N' -> padded(seconds() / 60, letters);
            default -> padded(seconds(), letters);
        };
    }

    private static String padded(long number, int letters) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, letters - text.length())) + text;
    }

    private boolean hasDayOfMonth() {
        return parts.stream()
                .anyMatch(part -> part instanceof FormatPart.Time time && time.unit() == 'd' && time.letters() <= 2);
    }

    private long elapsed() {
        return parts.stream()
                .filter(part -> part instanceof FormatPart.Time time && Character.isUpperCase(time.unit()))
                .count();
    }

    private boolean has(String units) {
        return parts.stream().anyMatch(part -> part instanceof FormatPart.Time time && units.indexOf(time.unit()) >= 0);
    }
}
