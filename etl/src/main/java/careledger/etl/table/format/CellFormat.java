package careledger.etl.table.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number format, whether it was written as a code ({@code #,##0;[Red]-0}) or as a style of an .ods. It displays a value
 * as a spreadsheet program does, or says that it cannot be sure; it never gives the stored value instead.
 */
public final class CellFormat {
    /** No format. */
    public static final CellFormat GENERAL = new CellFormat(
            List.of(new Branch(Optional.empty(), new FormatSection(List.of(new FormatPart.General()), false))),
            Optional.empty(),
            "General");

    private static final int DIGITS = 15;

    private final List<Branch> branches;
    private final Optional<FormatSection> texts;
    private final String written;

    CellFormat(List<Branch> branches, Optional<FormatSection> texts, String written) {
        this.branches = List.copyOf(branches);
        this.texts = texts;
        this.written = written;
    }

    /** A section and when it applies; the last has no condition and takes what is left. */
    record Branch(Optional<FormatCondition> when, FormatSection section) {}

    /** @param code as Excel writes it */
    public static CellFormat ofCode(String code) {
        return FormatCodes.read(code);
    }

    /** The number as spreadsheet programs keep it: fifteen digits. */
    public static BigDecimal kept(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(DIGITS));
    }

    /** Whether the value is a date or time under this format. */
    public boolean time(BigDecimal value) {
        return branch(value).map(branch -> branch.section().isTime()).orElse(false);
    }

    public ShownCell show(BigDecimal value) {
        Optional<Branch> branch = branch(value);
        if (branch.isEmpty()) {
            return unclear(value, "no section of it is for this number");
        }
        FormatSection section = branch.get().section();
        if (section.unknown().isPresent()) {
            return unclear(value, section.unknown().get());
        }
        if (section.invisible()) {
            return ShownCell.hidden();
        }
        if (section.isTime()) {
            return section.showsNumber()
                    ? unclear(value, "it mixes a date and a number")
                    : new ShownTime(section.parts(), value).show();
        }
        boolean negative = value.signum() < 0;
        if (negative && section.showsNumber() && branches.size() > 1 && !onlyNegative(branch.get())) {
            return unclear(value, "programs differ in how it shows the sign of a negative number");
        }
        boolean signed = negative && branches.size() == 1 && section.showsNumber();
        if (section.isText()) {
            return section.parts().size() == 1
                    ? shown(FormatSection.plain(value))
                    : unclear(value, "it is a format for text");
        }
        String text = section.number(value.abs());
        if (!section.certain(value.abs())) {
            return unclear(value, "programs differ in how they round this number");
        }
        if (negative && !signed && loses(section, value.abs(), text)) {
            return unclear(value, "it shows a negative number without its sign");
        }
        boolean said = text.chars().anyMatch(Character::isLetter);
        return shown(signed && !section.showsZero(value.abs()) ? "-" + text : text)
                .countedIn(said ? Optional.empty() : section.counts());
    }

    /** Whether a number below zero looks like one above: at most its colour would say so. */
    private static boolean loses(FormatSection section, BigDecimal number, String text) {
        return section.showsNumber() && !section.showsZero(number) && !text.matches("(?s).*[-\u2212\u2013(\\p{L}].*");
    }

    /** What a cell that holds text shows. */
    public ShownCell show(String text) {
        if (texts.isEmpty() || text.isBlank()) {
            return ShownCell.of(text);
        }
        FormatSection section = texts.get();
        if (section.unknown().isPresent()) {
            return ShownCell.unclear(
                    text,
                    "The cell's format '" + written + "' is not understood: "
                            + section.unknown().get() + ".");
        }
        String shown = section.text(text);
        return section.invisible() || shown.isBlank() ? ShownCell.hidden() : ShownCell.of(shown);
    }

    private static ShownCell shown(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? ShownCell.hidden() : ShownCell.of(stripped);
    }

    private Optional<Branch> branch(BigDecimal value) {
        return branches.stream()
                .filter(one -> one.when().isEmpty() || one.when().get().holds(value))
                .findFirst();
    }

    private boolean onlyNegative(Branch branch) {
        if (branch.when().isPresent()) {
            return branch.when().get().onlyNegative();
        }
        List<FormatCondition> before = new ArrayList<>();
        branches.forEach(one -> one.when().ifPresent(before::add));
        return before.contains(FormatCondition.zero(">="))
                || (before.contains(FormatCondition.zero(">")) && before.contains(FormatCondition.zero("=")));
    }

    private ShownCell unclear(BigDecimal value, String why) {
        return ShownCell.unclear(
                FormatSection.plain(value),
                "The cell's format '" + written + "' is not understood: " + why
                        + ". Give the cell a plain number format, or save the sheet as CSV and check its figures.");
    }
}
