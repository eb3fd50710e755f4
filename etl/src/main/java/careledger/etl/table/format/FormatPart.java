package careledger.etl.table.format;

/** One part of a section of a number format. */
sealed interface FormatPart {
    /** Printed as it is. */
    record Literal(String text) implements FormatPart {}

    /** The sign that multiplies the number by a hundred. */
    record Percent() implements FormatPart {}

    /** The number without any format. */
    record General() implements FormatPart {}

    /** The text of a cell that holds text. */
    record TextHere() implements FormatPart {}

    /**
     * The digits of the number.
     *
     * @param thousands how often it is divided by a thousand
     */
    record Digits(int leastWhole, boolean grouped, int leastDecimals, int mostDecimals, int thousands)
            implements FormatPart {}

    /**
     * A part of a date or time.
     *
     * @param unit y year, m month, d day, h hour, n minute, s second, a half of the day; capitals for hours, minutes and
     *     seconds that go on counting
     * @param letters how many letters the format has for it
     */
    record Time(char unit, int letters) implements FormatPart {}

    /** Something whose display is not known for certain. */
    record Unknown(String what) implements FormatPart {}
}
