package careledger.schema.problem;

import careledger.schema.text.Nearest;
import java.util.Arrays;

/** The closed list of reasons for refusing something delivered, each with what to do about it. */
public enum Rule {
    FILE_MISSING("file.missing", "Put the file into the folder, or take its entry out of extract.yaml."),
    FILE_UNMAPPED("file.unmapped", "Add the file to extract.yaml, or take it out of the folder."),
    FILE_DOUBLE("file.double", "Keep one of the two; the same figures must not be counted twice."),
    FILE_EMPTY("file.empty", "Deliver the file with its header and rows."),
    FILE_ENCODING("file.encoding", "Save the file as UTF-8, or name its encoding in extract.yaml."),
    FILE_UNREADABLE(
            "file.unreadable",
            "Deliver the file again, whole, unlocked and in one of the forms that docs/mappings.md lists."),
    FILE_MALFORMED(
            "file.malformed", "Correct the quotes or the row; put fields with commas or quotes in double quotes."),
    MAPPING_MISSING("mapping.missing", "Write an extract.yaml for the folder; docs/mappings.md shows how."),
    MAPPING_WRONG("mapping.wrong", "Correct extract.yaml at the given line; docs/mappings.md lists every key."),
    HEADER_WRONG("header.wrong", "Restore the header, or change the columns in extract.yaml if the new one is meant."),
    ROW_RAGGED("row.ragged", "Give the row as many fields as the header has."),
    ROW_UNMAPPED("row.unmapped", "Add the row label to extract.yaml, or correct the label."),
    CELLS_MERGED(
            "cells.merged",
            "Take the merged cells apart, or say 'merged: fill' where the value holds for each of them."),
    CELLS_HIDDEN("cells.hidden", "Show the cells, or say in extract.yaml 'hidden: read' or 'hidden: leave-out'."),
    CELL_UNCLEAR(
            "cell.unclear", "Change the cell in the workbook so that it plainly shows its figure, and save it again."),
    LEFT_OUT("left-out", "Nothing, if intended: extract.yaml leaves it out."),
    ROW_DOUBLE("row.double", "Keep one row of that label."),
    CELL_TOO_LONG("cell.too-long", "Shorten the cell; a figure with its note fits in 10,000 characters."),
    INDICATOR_UNKNOWN("indicator.unknown", "Correct the id, or add the indicator to the catalogue or to extract.yaml."),
    DEFINITION_UNKNOWN(
            "definition.unknown",
            "Say in extract.yaml under the source which definition it measures by: definitionsAs or definitions."),
    AREA_UNKNOWN("area.unknown", "Correct the area, or add it to the catalogue or to extract.yaml."),
    DIMENSION_UNKNOWN("dimension.unknown", "Correct the dimension, or add it to the catalogue or to extract.yaml."),
    MEMBER_UNKNOWN(
            "member.unknown", "Correct the member, or add it (or an alias) to the catalogue or to extract.yaml."),
    SOURCE_UNKNOWN("source.unknown", "Correct the source id, or list the source in extract.yaml."),
    PERIOD_MISSING("period.missing", "Ask the publisher for the period; a figure without one belongs to no series."),
    PERIOD_WRONG("period.wrong", "Correct the dates or the kind of period."),
    VALUE_MISSING("value.missing", "Fill in the value, or a declared symbol that says why there is none."),
    VALUE_NOT_A_NUMBER(
            "value.not-a-number",
            "Write digits 0-9 with at most one decimal point, or declare the symbol in the mapping."),
    VALUE_OUT_OF_RANGE("value.out-of-range", "Check the figure; it does not fit what the indicator can be."),
    VALUE_NOT_WHOLE("value.not-whole", "A count has no decimals; check the figure or the indicator."),
    NUMERATOR_ABOVE_DENOMINATOR("numerator.above-denominator", "Check both; a part is not larger than its whole."),
    PART_MISSING(
            "part.missing",
            "Fill in the numerator, denominator or limit, or a declared symbol for it, or do not name it in extract.yaml."),
    SCALE_UNCLEAR("scale.unclear", "Say in extract.yaml with 'scale' what the printed numbers are multiplied by."),
    CODE_UNKNOWN("code.unknown", "Use one of the words that the layout allows."),
    CLAIM_DOUBLE("claim.double", "Give each figure a claim id of its own, or make the rows agree."),
    NEIGHBOUR_DOUBLE(
            "neighbour.double", "Keep one list of neighbours for each area and model, or make the lists agree."),
    OF_ANOTHER_VERSION(
            "version.other", "Another version of the program refused this; the report of the run says what to do.");

    private final String id;
    private final String advice;

    Rule(String id, String advice) {
        this.id = id;
        this.advice = advice;
    }

    /** The rule of an id. */
    public static Rule of(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no such rule."
                        + Nearest.sentence(
                                id, Arrays.stream(values()).map(Rule::id).toList())));
    }

    /** The rule of an id that was recorded, perhaps by a version of the program that has other rules. */
    public static Rule recorded(String id) {
        return Arrays.stream(values())
                .filter(rule -> rule.id.equals(id))
                .findFirst()
                .orElse(OF_ANOTHER_VERSION);
    }

    public String id() {
        return id;
    }

    /** What to do, one sentence. */
    public String advice() {
        return advice;
    }
}
