package careledger.etl.table;

import careledger.etl.table.format.CellFormat;
import careledger.etl.table.format.RichText;
import careledger.etl.table.format.RichText.Position;
import careledger.etl.table.format.ShownCell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a cell of an .ods shows. The file holds the text that its program displayed; a number is displayed once more by
 * its format, as any program does that opens it, and where the two differ nobody can say what is right.
 *
 * @param type of the value, as the file calls it
 * @param value stored
 * @param style of the cell
 * @param text displayed when the file was saved
 */
record OdsCell(String type, String value, boolean formula, String style, RichText text) {
    private static final LocalDateTime DAY_ZERO = LocalDate.of(1899, 12, 30).atStartOfDay();
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);

    ShownCell shown(OdsStyles styles) {
        ShownCell shown = content(styles);
        if (shown.unclear().isPresent() || shown.text().isBlank()) {
            return shown;
        }
        if (styles.struckOut(style)) {
            return new RichText().add(shown.text(), Position.LEVEL, true).shown();
        }
        if (styles.hides(style)) {
            return ShownCell.inTheColourOfItsBackground();
        }
        boolean changed = styles.conditions(style).stream()
                .anyMatch(one -> one.mayHold(stored()) && styles.changes(style, one.applied()));
        return changed ? ShownCell.changedByACondition(shown) : shown;
    }

    private ShownCell content(OdsStyles styles) {
        if (formula && value.isEmpty() && text.text().isBlank() && !type.equals("string")) {
            return ShownCell.unclear(
                    "(never calculated)",
                    "The formula was never calculated. Open the workbook, let it calculate, and save it.");
        }
        return switch (type) {
            case "boolean" -> ShownCell.of(value.equals("true") ? "TRUE" : "FALSE");
            case "date", "time" -> time(styles);
            case "float", "percentage", "currency" -> number(styles);
            default -> words(styles);
        };
    }

    private ShownCell words(OdsStyles styles) {
        ShownCell shown = text.shown();
        return shown.unclear().isPresent() ? shown : styles.format(style).show(shown.text());
    }

    private ShownCell number(OdsStyles styles) {
        Optional<BigDecimal> stored = stored();
        if (stored.isEmpty()) {
            return text.text().isBlank()
                    ? ShownCell.of("")
                    : ShownCell.unclear(text.text(), "The cell shows a number that the file does not hold.");
        }
        if (!styles.formatted(style)) {
            return unformatted(stored.get());
        }
        ShownCell shown = styles.format(style).show(stored.get());
        boolean saved = !text.text().isBlank();
        if (shown.unclear().isEmpty() && shown.text().contains(ShownCell.CURRENCY_OF_THE_READER)) {
            return inSomeCurrency(shown.text());
        }
        if (shown.unclear().isEmpty() && saved && !same(shown.text(), text.text())) {
            return differing(text.text().strip(), shown.text());
        }
        if (shown.unclear().isPresent()) {
            return shown;
        }
        return new RichText()
                .add(shown.text(), styles.position(style), false)
                .shown()
                .countedIn(shown.counted());
    }

    private static ShownCell differing(String saved, String shown) {
        return ShownCell.unclear(
                saved,
                "The file says that this cell shows '" + saved + "', its format displays '" + shown
                        + "'. Open the workbook and save it, so that both agree.");
    }

    /** The saved text, if it differs from the one displayed in nothing but the symbol of the currency. */
    private ShownCell inSomeCurrency(String shown) {
        String digits = squeezed(shown.replace(ShownCell.CURRENCY_OF_THE_READER, ""));
        String saved = squeezed(text.text());
        return !saved.isEmpty() && saved.replaceAll("\\p{Sc}", "").equals(digits)
                ? ShownCell.of(text.text().strip())
                : ShownCell.unclear(
                        shown,
                        "The cell's format leaves the currency to the language of the program, and the file does not"
                                + " say which was displayed. Open the workbook and save it.");
    }

    /** A number without a format: as it is, unless the file shows something else. */
    private ShownCell unformatted(BigDecimal stored) {
        String saved = text.shown().text().strip();
        String plain = CellFormat.GENERAL.show(stored).text();
        if (saved.isEmpty() && type.equals("float")) {
            return ShownCell.of(plain);
        }
        if (text.shown().unclear().isPresent()) {
            return text.shown();
        }
        BigDecimal meant = type.equals("percentage") ? stored.movePointRight(2) : stored;
        Optional<BigDecimal> read = decimal(saved.replaceAll("[%£,\\s]", "").replace('−', '-'));
        boolean agrees = read.isPresent()
                && meant.setScale(Math.max(0, read.get().scale()), RoundingMode.HALF_UP)
                                .compareTo(read.get())
                        == 0
                && saved.endsWith("%") == type.equals("percentage");
        if (!agrees) {
            return ShownCell.unclear(
                    saved.isEmpty() ? plain : saved,
                    "The cell has no format, and the text saved for it does not say what it displays. Open the"
                            + " workbook, give the cell a number format, and save it.");
        }
        return ShownCell.of(type.equals("float") ? plain : saved);
    }

    private ShownCell time(OdsStyles styles) {
        try {
            boolean timed = type.equals("time");
            BigDecimal days = timed ? days(Duration.parse(value)) : days(moment());
            if (!styles.format(style).time(days)) {
                return timed
                        ? ShownCell.unclear(text.text(), "The cell holds a time without a format that displays it.")
                        : ShownCell.of(value.replaceFirst("T00:00:00$", ""));
            }
            ShownCell shown = styles.format(style).show(days);
            String saved = text.text().strip();
            boolean differs = !saved.isEmpty() && !shown.text().matches("[0-9]{4}-.*") && !same(saved, shown.text());
            return shown.unclear().isEmpty() && differs ? differing(saved, shown.text()) : shown;
        } catch (DateTimeException e) {
            return ShownCell.unclear(text.text() + value, "The cell holds a date or time that cannot be read.");
        }
    }

    private LocalDateTime moment() {
        return value.contains("T")
                ? LocalDateTime.parse(value)
                : LocalDate.parse(value).atStartOfDay();
    }

    private static BigDecimal days(LocalDateTime at) {
        return days(Duration.ofMillis(ChronoUnit.MILLIS.between(DAY_ZERO, at)));
    }

    private static BigDecimal days(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).divide(SECONDS_A_DAY, MathContext.DECIMAL64);
    }

    private Optional<BigDecimal> stored() {
        return decimal(value).map(number -> number.round(new MathContext(15)));
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean same(String one, String other) {
        return squeezed(one).equals(squeezed(other));
    }

    private static String squeezed(String text) {
        return text.replace('−', '-').replaceAll("[\\s\\u00A0\\u202F]", "");
    }
}
