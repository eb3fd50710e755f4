package careledger.etl.table.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a format together from the sections of its code. */
final class FormatCodes {
    private FormatCodes() {}

    static CellFormat read(String code) {
        if (code.isBlank()
                || code.strip().equalsIgnoreCase("General")
                || code.strip().equals("@")) {
            return CellFormat.GENERAL;
        }
        List<SectionCode> sections = split(code).stream().map(SectionCode::read).toList();
        Optional<FormatSection> texts = Optional.empty();
        List<SectionCode> numbers = sections;
        SectionCode last = sections.get(sections.size() - 1);
        if (sections.size() == 4 || last.section().isText()) {
            texts = Optional.of(last.section());
            numbers = sections.subList(0, sections.size() - 1);
        }
        return new CellFormat(sections.size() > 4 ? tooMany() : branches(numbers), texts, code);
    }

    private static List<CellFormat.Branch> branches(List<SectionCode> sections) {
        List<CellFormat.Branch> branches = new ArrayList<>();
        boolean said = sections.stream().anyMatch(one -> one.when().isPresent());
        String[] usual = sections.size() == 2 ? new String[] {">="} : new String[] {">", "<"};
        for (int i = 0; i < sections.size(); i++) {
            boolean last = i == sections.size() - 1;
            Optional<FormatCondition> when = sections.get(i).when();
            if (!said && !last) {
                when = Optional.of(FormatCondition.zero(usual[i]));
            } else if (said && !last && when.isEmpty()) {
                return List.of(branch(new FormatPart.Unknown("only some of its sections say when they apply")));
            }
            branches.add(new CellFormat.Branch(when, sections.get(i).section()));
        }
        return branches;
    }

    private static List<CellFormat.Branch> tooMany() {
        return List.of(branch(new FormatPart.Unknown("it has more than four sections")));
    }

    private static CellFormat.Branch branch(FormatPart part) {
        return new CellFormat.Branch(Optional.empty(), new FormatSection(List.of(part), false));
    }

    /** At the semicolons that are not quoted. */
    private static List<String> split(String code) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < code.length(); i++) {
            char letter = code.charAt(i);
            if (letter == ';' && !quoted) {
                sections.add(section.toString());
                section.setLength(0);
                continue;
            }
            section.append(letter);
            if (letter == '"') {
                quoted = !quoted;
            } else if ((letter == '\\' || letter == '_' || letter == '*') && !quoted && i + 1 < code.length()) {
                i++;
                section.append(code.charAt(i));
            }
        }
        sections.add(section.toString());
        return sections;
    }
}
