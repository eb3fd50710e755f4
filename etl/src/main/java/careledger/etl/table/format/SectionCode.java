package careledger.etl.table.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the code of one section, such as {@code [<5]"c"} or {@code £#,##0.0,"k"}. */
final class SectionCode {
    private static final Pattern DIGITS = Pattern.compile("((?:[#?],*)*)((?:0,*)*)(?:(\\.)(0*)([#?]*))?(,*)");
    private static final Pattern COLOUR =
            Pattern.compile("(?i)black|blue|cyan|green|magenta|red|yellow|colou?r ?[0-9]{1,2}");
    private static final Pattern ELAPSED = Pattern.compile("(?i)h+|m+|s+");
    private static final String LITERALS = " $-+()!^&'~{}<>=:£€|…–—\u00A0\u202F";

    private final String code;
    private final List<FormatPart> parts = new ArrayList<>();
    private final boolean time;
    private Optional<FormatCondition> when = Optional.empty();
    private boolean invisible;
    private boolean english = true;
    private int at;

    private SectionCode(String code) {
        this.code = code;
        this.time = bare(code).matches("(?is).*[dmyhs].*");
    }

    static SectionCode read(String code) {
        SectionCode section = new SectionCode(code);
        while (section.at < code.length()) {
            section.next();
        }
        section.check();
        return section;
    }

    Optional<FormatCondition> when() {
        return when;
    }

    FormatSection section() {
        return new FormatSection(parts, invisible);
    }

    /** Without what is quoted, escaped or in brackets, and without General. */
    private static String bare(String code) {
        return code.replaceAll("\"[^\"]*\"?|\\\\.|[_*].|\\[[^\\]]*\\]", "").replaceAll("(?i)general", "");
    }

    private void next() {
        char letter = code.charAt(at);
        if (letter == '"') {
            int end = code.indexOf('"', at + 1);
            literal(code.substring(at + 1, end < 0 ? code.length() : end));
            at = end < 0 ? code.length() : end + 1;
        } else if (letter == '\\') {
            literal(at + 1 < code.length() ? code.substring(at + 1, at + 2) : "");
            at += 2;
        } else if (letter == '_') {
            literal(" ");
            at += 2;
        } else if (letter == '*') {
            boolean spaces = at + 1 < code.length() && code.charAt(at + 1) == ' ';
            if (!spaces) {
                unknown("it fills the cell with a character");
            }
            at += 2;
        } else if (letter == '[') {
            bracket();
        } else if (code.regionMatches(true, at, "General", 0, 7)) {
            parts.add(new FormatPart.General());
            at += 7;
        } else if (time) {
            timeOrLiteral(letter);
        } else {
            numberOrLiteral(letter);
        }
    }

    private void bracket() {
        int end = code.indexOf(']', at);
        String inside = code.substring(at + 1, end < 0 ? code.length() : end);
        at = end < 0 ? code.length() : end + 1;
        if (inside.startsWith("$")) {
            int dash = inside.indexOf('-');
            literal(dash < 0 ? inside.substring(1) : inside.substring(1, dash));
            english = english && (dash < 0 || english(inside.substring(dash + 1)));
        } else if (inside.equalsIgnoreCase("white")) {
            invisible = true;
        } else if (ELAPSED.matcher(inside).matches()) {
            char unit = Character.toUpperCase(inside.charAt(0));
            parts.add(new FormatPart.Time(unit == 'M' ? 'N' : unit, inside.length()));
        } else if (FormatCondition.parse(inside).isPresent()) {
            when = FormatCondition.parse(inside);
        } else if (!COLOUR.matcher(inside).matches()) {
            unknown("'[" + inside + "]'");
        }
    }

    /** Whether months and days are named in English there. */
    private static boolean english(String language) {
        String lower = language.toLowerCase(Locale.ROOT);
        if (lower.startsWith("en") || lower.startsWith("x-sys")) {
            return true;
        }
        if (!lower.matches("[0-9a-f]{1,8}")) {
            return false;
        }
        long number = Long.parseLong(lower, 16);
        return number <= 2 || number == 0xF800 || number == 0xF400 || (number & 0x3FF) == 0x09;
    }

    private void timeOrLiteral(char letter) {
        char lower = Character.toLowerCase(letter);
        if (code.regionMatches(true, at, "AM/PM", 0, 5)) {
            parts.add(new FormatPart.Time('a', 5));
            at += 5;
        } else if ("ymdhs".indexOf(lower) >= 0) {
            int end = at;
            while (end < code.length() && Character.toLowerCase(code.charAt(end)) == lower) {
                end++;
            }
            parts.add(new FormatPart.Time(lower, end - at));
            at = end;
        } else if ("/.,".indexOf(letter) >= 0) {
            literal(Character.toString(letter));
            at++;
        } else {
            plainLiteral(letter);
        }
    }

    private void numberOrLiteral(char letter) {
        if ("0#?.,".indexOf(letter) >= 0) {
            int end = at;
            while (end < code.length() && "0#?.,".indexOf(code.charAt(end)) >= 0) {
                end++;
            }
            parts.add(digits(code.substring(at, end)));
            at = end;
        } else if (letter == '%') {
            parts.add(new FormatPart.Percent());
            at++;
        } else if (letter == '@') {
            parts.add(new FormatPart.TextHere());
            at++;
        } else {
            plainLiteral(letter);
        }
    }

    private void plainLiteral(char letter) {
        if (LITERALS.indexOf(letter) >= 0) {
            literal(Character.toString(letter));
        } else {
            unknown("'" + letter + "'");
        }
        at++;
    }

    private static FormatPart digits(String written) {
        Matcher form = DIGITS.matcher(written);
        if (!form.matches() || written.startsWith(",") || written.startsWith(".,")) {
            return new FormatPart.Unknown("the digits '" + written + "'");
        }
        String whole = written.substring(0, form.start(3) < 0 ? form.start(6) : form.start(3));
        String significant = whole.replaceAll(",+$", "");
        int thousands = whole.length() - significant.length() + form.group(6).length();
        int zeros = (int) form.group(2).chars().filter(one -> one == '0').count();
        boolean point = form.group(3) != null;
        int least = point ? form.group(4).length() : 0;
        int most = point ? least + form.group(5).length() : 0;
        return new FormatPart.Digits(zeros, significant.contains(","), least, most, thousands);
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            parts.add(new FormatPart.Literal(text));
        }
    }

    private void unknown(String what) {
        parts.add(new FormatPart.Unknown(what));
    }

    /** What can only be decided for the whole section. */
    private void check() {
        if (time) {
            minutes();
            boolean names = parts.stream()
                    .anyMatch(part ->
                            part instanceof FormatPart.Time one && "md".indexOf(one.unit()) >= 0 && one.letters() > 2);
            boolean letter = parts.stream()
                    .anyMatch(part -> part instanceof FormatPart.Time one && one.unit() == 'm' && one.letters() > 4);
            if (names && !english) {
                unknown("it names months or days in another language");
            } else if (letter) {
                unknown("it shortens months to one letter");
            }
        } else if (parts.stream()
                        .filter(part -> part instanceof FormatPart.Digits || part instanceof FormatPart.General)
                        .count()
                > 1) {
            unknown("its digits are separated");
        }
    }

    /** An m after hours or before seconds is a minute. */
    private void minutes() {
        char before = ' ';
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof FormatPart.Time one) {
                boolean minute =
                        one.unit() == 'm' && one.letters() <= 2 && ("hH".indexOf(before) >= 0 || secondsAfter(i));
                if (minute) {
                    parts.set(i, new FormatPart.Time('n', one.letters()));
                }
                before = one.unit();
            }
        }
    }

    private boolean secondsAfter(int from) {
        return parts.stream()
                .skip(from + 1L)
                .filter(FormatPart.Time.class::isInstance)
                .map(part -> ((FormatPart.Time) part).unit())
                .findFirst()
                .filter(unit -> unit == 's' || unit == 'S')
                .isPresent();
    }
}
