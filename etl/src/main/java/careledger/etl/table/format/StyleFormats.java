package careledger.etl.table.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** The number formats of an .ods, collected element by element as its XML is read. */
public final class StyleFormats {
    private final Map<String, Style> styles = new HashMap<>();
    private Style current = new Style("", "", false);
    private StringBuilder literal = new StringBuilder();
    private boolean inText;

    /** A data style; {@code when} names others. */
    private static final class Style {
        private final String name;
        private final String kind;
        private final boolean counts;
        private final List<FormatPart> parts = new ArrayList<>();
        private final Map<String, String> when = new LinkedHashMap<>();
        private boolean white;

        Style(String name, String kind, boolean counts) {
            this.name = name;
            this.kind = kind;
            this.counts = counts;
        }

        FormatSection section() {
            return new FormatSection(parts, white);
        }
    }

    /** Whether an element is the beginning of a data style. */
    public static boolean isStyle(String element) {
        return switch (element) {
            case "number-style",
                    "percentage-style",
                    "currency-style",
                    "date-style",
                    "time-style",
                    "text-style",
                    "boolean-style" -> true;
            default -> false;
        };
    }

    /** Takes the beginning of an element of a data style, or of one in it. */
    public void start(XMLStreamReader xml) {
        String element = xml.getLocalName();
        if (isStyle(element)) {
            boolean counts = attribute(xml, "truncate-on-overflow").equals("false");
            current = new Style(attribute(xml, "name"), element, counts);
            styles.put(current.name, current);
            return;
        }
        switch (element) {
            case "text", "currency-symbol", "fill-character" -> {
                inText = true;
                literal = new StringBuilder();
            }
            case "number" -> number(xml);
            case "text-content" -> current.parts.add(new FormatPart.TextHere());
            case "boolean" -> current.parts.add(new FormatPart.General());
            case "map" -> current.when.put(attribute(xml, "condition"), attribute(xml, "apply-style-name"));
            case "text-properties" -> current.white = attribute(xml, "color").equalsIgnoreCase("#ffffff");
            default -> time(xml, element);
        }
    }

    public void characters(String text) {
        if (inText) {
            literal.append(text);
        }
    }

    public void end(String element) {
        switch (element) {
            case "text" -> literal(literal.toString());
            case "currency-symbol" ->
                literal(literal.isEmpty() ? ShownCell.CURRENCY_OF_THE_READER : literal.toString());
            case "fill-character" -> {
                if (!literal.toString().isBlank()) {
                    unknown("it fills the cell with a character");
                }
            }
            default -> {
                return;
            }
        }
        inText = false;
    }

    /** @param name of a data style; one that is not there is none */
    public CellFormat format(String name) {
        Style style = styles.get(name);
        if (style == null) {
            return CellFormat.GENERAL;
        }
        List<CellFormat.Branch> branches = new ArrayList<>();
        style.when.forEach((condition, target) -> {
            Style other = styles.get(target);
            Optional<FormatCondition> when = FormatCondition.parse(condition.replace("value()", ""));
            if (other == null || when.isEmpty()) {
                branches.add(new CellFormat.Branch(
                        Optional.empty(),
                        new FormatSection(
                                List.of(new FormatPart.Unknown("the condition '" + condition + "'")), false)));
            } else {
                branches.add(new CellFormat.Branch(when, other.section()));
            }
        });
        Optional<FormatSection> texts =
                style.kind.equals("text-style") ? Optional.of(style.section()) : Optional.empty();
        branches.add(new CellFormat.Branch(Optional.empty(), style.section()));
        return new CellFormat(branches, texts, name);
    }

    private void literal(String text) {
        if (text.equals(".") && endsInDigits()) {
            return;
        }
        int percent = current.kind.equals("percentage-style") ? text.indexOf('%') : -1;
        if (percent < 0) {
            add(text);
            return;
        }
        add(text.substring(0, percent));
        current.parts.add(new FormatPart.Percent());
        add(text.substring(percent + 1));
    }

    /** A point after which no decimals come is no part of the number. */
    private boolean endsInDigits() {
        return !current.parts.isEmpty() && current.parts.get(current.parts.size() - 1) instanceof FormatPart.Digits;
    }

    private void add(String text) {
        if (!text.isEmpty()) {
            current.parts.add(new FormatPart.Literal(text));
        }
    }

    private void number(XMLStreamReader xml) {
        int whole = count(attribute(xml, "min-integer-digits"), 0);
        String decimals = attribute(xml, "decimal-places");
        if (decimals.isEmpty() && attribute(xml, "display-factor").isEmpty() && whole <= 1) {
            current.parts.add(new FormatPart.General());
            return;
        }
        String replaced = attribute(xml, "decimal-replacement");
        int thousands = thousands(attribute(xml, "display-factor"));
        if (thousands < 0 || !replaced.isBlank()) {
            unknown("the way in which its digits are scaled or replaced");
            return;
        }
        int most = count(decimals, 0);
        int least = count(attribute(xml, "min-decimal-places"), most);
        current.parts.add(new FormatPart.Digits(
                whole, attribute(xml, "grouping").equals("true"), Math.min(least, most), most, thousands));
    }

    private static int thousands(String factor) {
        return switch (factor.replaceAll("\\.0*$", "")) {
            case "", "1" -> 0;
            case "1000" -> 1;
            case "1000000" -> 2;
            case "1000000000" -> 3;
            default -> -1;
        };
    }

    private void time(XMLStreamReader xml, String element) {
        boolean isLong = attribute(xml, "style").equals("long");
        boolean counts = current.counts && current.parts.stream().noneMatch(FormatPart.Time.class::isInstance);
        switch (element) {
            case "year" -> add('y', isLong ? 4 : 2);
            case "month" -> add('m', attribute(xml, "textual").equals("true") ? (isLong ? 4 : 3) : isLong ? 2 : 1);
            case "day" -> add('d', isLong ? 2 : 1);
            case "day-of-week" -> add('d', isLong ? 4 : 3);
            case "hours" -> add(counts ? 'H' : 'h', isLong ? 2 : 1);
            case "minutes" -> add(counts ? 'N' : 'n', isLong ? 2 : 1);
            case "seconds" -> {
                add(counts ? 'S' : 's', isLong ? 2 : 1);
                if (count(attribute(xml, "decimal-places"), 0) > 0) {
                    unknown("it shows parts of a second");
                }
            }
            case "am-pm" -> add('a', 5);
            default -> unknown("'" + element + "'");
        }
    }

    private void add(char unit, int letters) {
        current.parts.add(new FormatPart.Time(unit, letters));
    }

    private void unknown(String what) {
        current.parts.add(new FormatPart.Unknown(what));
    }

    private static int count(String text, int missing) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : missing;
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
