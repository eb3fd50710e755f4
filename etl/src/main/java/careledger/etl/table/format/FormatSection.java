package careledger.etl.table.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * One section of a number format, such as that for negative numbers.
 *
 * @param invisible it is displayed in white
 */
record FormatSection(List<FormatPart> parts, boolean invisible) {
    FormatSection {
        parts = List.copyOf(parts);
    }

    /** What in it is not understood. */
    Optional<String> unknown() {
        return parts.stream()
                .filter(FormatPart.Unknown.class::isInstance)
                .map(part -> ((FormatPart.Unknown) part).what())
                .findFirst();
    }

    boolean isTime() {
        return parts.stream().anyMatch(FormatPart.Time.class::isInstance);
    }

    boolean isText() {
        return parts.stream().anyMatch(FormatPart.TextHere.class::isInstance);
    }

    boolean showsNumber() {
        return parts.stream().anyMatch(part -> part instanceof FormatPart.Digits || part instanceof FormatPart.General);
    }

    /** Whether programs agree on how the number is rounded: a share such as 100.5% is kept as slightly less by some. */
    boolean certain(BigDecimal number) {
        BigDecimal product = BigDecimal.valueOf(number.doubleValue() * 100);
        return parts.stream().noneMatch(FormatPart.Percent.class::isInstance)
                || rounded(number.movePointRight(2)).compareTo(rounded(product)) == 0;
    }

    /** @param number not negative */
    boolean showsZero(BigDecimal number) {
        boolean percent = parts.stream().anyMatch(FormatPart.Percent.class::isInstance);
        return rounded(percent ? number.movePointRight(2) : number).signum() == 0;
    }

    /** What it counts in, where it divides its number by a thousand or more. */
    Optional<String> counts() {
        return parts.stream()
                .filter(FormatPart.Digits.class::isInstance)
                .map(part -> ((FormatPart.Digits) part).thousands())
                .filter(thousands -> thousands > 0)
                .map(thousands -> thousands == 1 ? "thousands" : thousands == 2 ? "millions" : "billions")
                .findFirst();
    }

    private BigDecimal rounded(BigDecimal number) {
        return parts.stream()
                .filter(FormatPart.Digits.class::isInstance)
                .map(part -> rounded(number, (FormatPart.Digits) part))
                .findFirst()
                .orElse(number);
    }

    private static BigDecimal rounded(BigDecimal number, FormatPart.Digits form) {
        return number.movePointLeft(3 * form.thousands()).setScale(form.mostDecimals(), RoundingMode.HALF_UP);
    }

    /** @param number not negative */
    String number(BigDecimal number) {
        BigDecimal scaled = number;
        StringBuilder text = new StringBuilder();
        for (FormatPart part : parts) {
            scaled = part instanceof FormatPart.Percent ? scaled.movePointRight(2) : scaled;
        }
        for (FormatPart part : parts) {
            if (part instanceof FormatPart.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof FormatPart.Percent) {
                text.append('%');
            } else if (part instanceof FormatPart.General) {
                text.append(plain(scaled));
            } else if (part instanceof FormatPart.Digits digits) {
                text.append(digits(scaled, digits));
            }
        }
        return text.toString();
    }

    String text(String shown) {
        StringBuilder text = new StringBuilder();
        for (FormatPart part : parts) {
            if (part instanceof FormatPart.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof FormatPart.TextHere) {
                text.append(shown);
            }
        }
        return text.toString();
    }

    /** A number written out in full. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String digits(BigDecimal number, FormatPart.Digits form) {
        String plain = rounded(number, form).toPlainString();
        int at = plain.indexOf('.');
        String whole = at < 0 ? plain : plain.substring(0, at);
        String decimals = at < 0 ? "" : plain.substring(at + 1);
        while (decimals.length() > form.leastDecimals() && decimals.endsWith("0")) {
            decimals = decimals.substring(0, decimals.length() - 1);
        }
        whole = whole.equals("0") ? "" : whole;
        whole = "0".repeat(Math.max(0, form.leastWhole() - whole.length())) + whole;
        return (form.grouped() ? grouped(whole) : whole) + (decimals.isEmpty() ? "" : ".") + decimals;
    }

    private static String grouped(String whole) {
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
