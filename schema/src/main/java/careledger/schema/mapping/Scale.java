package careledger.schema.mapping;

import java.math.BigDecimal;

/** What printed numbers are multiplied by. Powers of ten keep the precision of the print: £80.9m is precise to £0.1m. */
public final class Scale {
    private Scale() {}

    /**
     * @param text thousand, million, billion, or a number such as 0.01 or 100
     * @throws IllegalArgumentException where it is none of them
     */
    public static BigDecimal parse(String text) {
        return switch (text.strip()) {
            case "thousand" -> new BigDecimal("1E+3");
            case "million" -> new BigDecimal("1E+6");
            case "billion" -> new BigDecimal("1E+9");
            default -> number(text.strip());
        };
    }

    private static BigDecimal number(String text) {
        if (!text.matches("[0-9]{1,12}(?:\\.[0-9]{1,6})?") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no scale; expected thousand, million, billion, or a number such as 0.01");
        }
        return new BigDecimal(text).stripTrailingZeros();
    }
}
