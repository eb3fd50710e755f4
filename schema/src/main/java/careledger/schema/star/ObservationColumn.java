package careledger.schema.star;

import static careledger.schema.star.ColumnDeclaration.answered;
import static careledger.schema.star.ColumnDeclaration.stored;
import static careledger.schema.star.ColumnType.BOOLEAN;
import static careledger.schema.star.ColumnType.DATE;
import static careledger.schema.star.ColumnType.FIGURE;
import static careledger.schema.star.ColumnType.INTEGER;
import static careledger.schema.star.ColumnType.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every column of an observation, declared once. The table {@code fact_observation}, the row that Spark writes, the
 * serving file, its reader, the columns of answers and the comparison of releases follow from these declarations. Columns
 * of answers keep their order; a new one is added after {@link #PUBLISHED_ON}.
 */
public enum ObservationColumn {
    ID(stored("claim_id", TEXT).required().means("natural id of the claim").answers("id", "ID!", "Claim")),
    INDICATOR(stored("indicator_id", TEXT)
            .required()
            .means("what is measured")
            .statement()
            .answers("indicator", "ID!", "Indicator id")),
    INDICATOR_TITLE(answered("indicatorTitle", "String!", "Indicator").ofDimension()),
    TOPIC(answered("topic", "ID!", "Topic id").ofDimension()),
    UNIT(answered("unit", "Unit!", "Unit").ofDimension()),
    POLARITY(answered("polarity", "Polarity!", "Which way is good").ofDimension()),
    AREA(stored("area_id", TEXT).required().means("where").statement().answers("area", "ID!", "Area code")),
    AREA_NAME(answered("areaName", "String!", "Area").ofDimension()),
    AREA_KIND(answered("areaKind", "AreaKind!", "Kind of area").ofDimension()),
    PERIOD(stored("period_id", TEXT).required().means("when").statement().answers("period", "ID!", "Period id")),
    PERIOD_LABEL(answered("periodLabel", "String!", "Period").ofDimension()),
    PERIOD_KIND(answered("periodKind", "PeriodKind!", "Kind of period").ofDimension()),
    PERIOD_START(answered("periodStart", "Date!", "First day").ofDimension()),
    PERIOD_END(answered("periodEnd", "Date!", "Last day").ofDimension()),
    REPORTING_YEAR(stored("reporting_year", INTEGER)
            .required()
            .means("financial year of the period's last day, named by the year in which it ends")
            .answers("reportingYear", "Int!", "Reporting year, by its end")
            .ofDimension()),
    BREAKDOWN(stored("breakdown_id", TEXT)
            .required()
            .means("of whom; 'total' for all")
            .statement()
            .answers("breakdown", "ID!", "Breakdown id")),
    BREAKDOWN_LABEL(answered("breakdownLabel", "String!", "Breakdown").ofDimension()),
    DIMENSION1(answered("dimension1", "ID", "First dimension").ofDimension()),
    MEMBER1(answered("member1", "ID", "Its member").ofDimension()),
    DIMENSION2(answered("dimension2", "ID", "Second dimension").ofDimension()),
    MEMBER2(answered("member2", "ID", "Its member").ofDimension()),
    DIMENSION3(answered("dimension3", "ID", "Third dimension").ofDimension()),
    MEMBER3(answered("member3", "ID", "Its member").ofDimension()),
    VALUE(stored("value", FIGURE)
            .revealing()
            .means("in the indicator's unit; null exactly when the status is not NORMAL")
            .statement()
            .answers("value", "Float", "Value")
            .inUnit()),
    VALUE_TEXT(answered("valueText", "String!", "Value as read").computed("value_text")),
    NUMERATOR(stored("numerator", FIGURE)
            .revealing()
            .means("printed, or read from the same table")
            .statement()
            .answers("numerator", "Float", "Numerator")),
    DENOMINATOR(stored("denominator", FIGURE)
            .revealing()
            .means("printed, or read from the same table")
            .statement()
            .answers("denominator", "Float", "Denominator")),
    LOWER(answered("lower", "Float", "Lower 95% limit").computed("lower").inUnit()),
    UPPER(answered("upper", "Float", "Upper 95% limit").computed("upper").inUnit()),
    STATUS(stored("status", TEXT)
            .required()
            .means("NORMAL, or why there is no value")
            .statement()
            .answers("status", "ObsStatus!", "Status")),
    VALUE_KIND(stored("value_kind", TEXT)
            .required()
            .means("ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED, TARGET or FORECAST")
            .statement()
            .answers("valueKind", "ValueKind!", "Kind of value")),
    HEADLINE(answered("headline", "Boolean!", "Headline").ofDay()),
    DEFINITION(stored("definition_id", TEXT)
            .required()
            .means("under which definition")
            .statement()
            .answers("definition", "ID!", "Definition id")),
    SEGMENT(stored("segment_id", TEXT)
            .required()
            .means("figures of one segment are comparable over time")
            .statement()
            .answers("segment", "ID!", "Series segment")),
    BREAK_BEFORE(answered("breakBefore", "Boolean!", "Break before").ofDay()),
    QUARTILE(stored("quartile", INTEGER)
            .revealing()
            .means("1 to 4 as printed, 1 is best")
            .statement()
            .answers("quartile", "Int", "Quartile")),
    RAG(stored("rag", TEXT)
            .revealing()
            .means("RED, AMBER or GREEN as printed")
            .statement()
            .answers("rag", "Rag", "Red, amber, green")),
    DIRECTION(stored("direction", TEXT)
            .revealing()
            .note()
            .means("as printed")
            .statement()
            .answers("direction", "String", "Direction as printed")),
    BAND(stored("band", TEXT)
            .revealing()
            .note()
            .means("as printed")
            .statement()
            .answers("band", "String", "Band as printed")),
    CAVEAT(stored("caveat", TEXT)
            .revealing()
            .note()
            .setBy("caveat")
            .means("what the source says against the figure")
            .statement()
            .answers("caveat", "String", "Caveat")),
    SOURCE(stored("source_id", TEXT)
            .required()
            .means("document or return")
            .statement()
            .answers("source", "ID!", "Source id")),
    SOURCE_TITLE(answered("sourceTitle", "String!", "Source").ofDimension()),
    SOURCE_LOCATOR(stored("locator", TEXT)
            .required()
            .means("where in the source")
            .answers("sourceLocator", "String!", "Where in the source")),
    SOURCE_TEXT(stored("source_text", TEXT)
            .revealing()
            .means("the cell as delivered")
            .answers("sourceText", "String", "Text of the cell")),
    QUALITY_NOTE(stored("quality_note", TEXT)
            .revealing()
            .means("what does not add up in the source")
            .statement()
            .answers("qualityNote", "String", "What does not add up")),
    PUBLISHED_ON(answered("publishedOn", "Date!", "Published on").ofDimension()),
    PUBLISHED_ON_NOTE(answered("publishedOnNote", "String", "Note on the publication date")
            .ofDimension()),
    PERIOD_PRINTED(stored("printed_period", TEXT)
            .note()
            .means("the period in the source's words")
            .answers("periodPrinted", "String", "Period as printed")),
    PERIOD_NOTE(stored("period_note", TEXT)
            .note()
            .setBy("periodNote")
            .means("how the period was read where the source does not print it in full")
            .statement()
            .answers("periodNote", "String", "Note on the period")),
    QUALIFIER(stored("qualifier", TEXT)
            .revealing()
            .since(2)
            .note()
            .setBy("qualifier")
            .means("word printed with the number that makes it inexact: over, up to, approximately")
            .statement()
            .answers("qualifier", "String", "Qualifier as printed")),
    COUNT(stored("count", FIGURE)
            .revealing()
            .since(2)
            .note()
            .means("how many the figure counts, where the source prints it next to a rate or share")
            .statement()
            .answers("count", "Float", "Count")),
    WITHHELD(answered("withheld", "Boolean!", "Withheld").computed("withheld")),
    CLAIM(answered("claim", "ID!", "Permanent id").computed("claim_id")),
    EXTRACT(stored("extract_id", TEXT).required().means("file that it was read from")),
    VALUE_DECIMALS(stored("value_decimals", INTEGER)
            .revealing()
            .means("decimals printed; -3 for a figure printed in thousands")
            .statement()),
    FILE(stored("file", TEXT).required().means("path below the extracts root")),
    LINE(stored("line", INTEGER).required().means("line on which the row begins")),
    TABULAR(stored("tabular", BOOLEAN).required().means("read from a table, not from running text")),
    SIBLING(stored("sibling_id", TEXT).means("claim in the same cell: the count next to the percentage")),
    KNOWN_FROM(stored("known_from", DATE)
            .required()
            .means("publication of the source")
            .statement()),
    HEADLINE_FROM(stored("headline_from", DATE)
            .decided()
            .means("first day on which it is the headline; null if it never is")),
    HEADLINE_TO(stored("headline_to", DATE).decided().means("first day on which it no longer is; null while it is")),
    CORROBORATED_BY(
            stored("corroborated_by", INTEGER).required().decided().means("other claims that agree to rounding")),
    CONFLICTS_WITH(stored("conflicts_with", TEXT)
            .revealing()
            .decided()
            .means("claim shown for its definition, where they differ by more than rounding")),
    OUTRANKED_BY(stored("outranked_by", TEXT).decided().means("claim that is shown instead")),
    OUTRANKED_RULE(stored("outranked_rule", TEXT).decided().means("code of the rule that decided so (HeadlineRule)"));

    private final String sqlName;
    private final @Nullable ColumnType storedAs;
    private final boolean required;
    private final String meaning;
    private final int since;
    private final boolean statement;
    private final boolean decided;
    private final boolean revealing;
    private final boolean note;
    private final String key;
    private final String field;
    private final String type;
    private final String title;
    private final boolean inUnit;
    private final ColumnDeclaration.Origin origin;

    ObservationColumn(ColumnDeclaration declared) {
        this.sqlName = declared.name;
        this.storedAs = declared.storedAs;
        this.required = declared.required;
        this.meaning = declared.meaning;
        this.since = declared.since;
        this.statement = declared.statement;
        this.decided = declared.decided;
        this.revealing = declared.revealing;
        this.note = declared.note;
        this.key = declared.key;
        this.field = declared.field;
        this.type = declared.type;
        this.title = declared.title;
        this.inUnit = declared.inUnit;
        this.origin = declared.origin;
    }

    /** The columns of answers, in their order. */
    public static List<ObservationColumn> ofAnswers() {
        return where(column -> !column.field.isEmpty());
    }

    /** The columns that the serving file packs into one text for each figure, in their order. */
    public static List<ObservationColumn> packed() {
        return where(column -> !column.field.isEmpty() && column.origin == ColumnDeclaration.Origin.FIGURE);
    }

    /** The columns of {@code fact_observation}. */
    public static List<ObservationColumn> ofTable() {
        return where(column -> column.storedAs != null);
    }

    /** The columns that are part of what the source states; a difference in one of them is a change between releases. */
    public static List<ObservationColumn> statements() {
        return where(column -> column.statement);
    }

    /** The columns that would give a withheld figure away; officers alone may see them of such a figure. */
    public static List<ObservationColumn> revealing() {
        return where(column -> column.revealing);
    }

    /** The columns that a mapping may set, for a table, a column, a row or one claim. */
    public static List<ObservationColumn> settable() {
        return where(column -> !column.key.isEmpty());
    }

    private static List<ObservationColumn> where(Predicate<ObservationColumn> wanted) {
        return Arrays.stream(values()).filter(wanted).toList();
    }

    /** The field of the contract. */
    public String field() {
        return field;
    }

    /** The type in the contract, with ! where a value is always there. */
    public String type() {
        return type;
    }

    /** The heading that a person reads. */
    public String title() {
        return title;
    }

    /** Whether its values are in the indicator's unit. */
    public boolean inUnit() {
        return inUnit;
    }

    /** Whether it follows from the id of an indicator, area, period, breakdown or source. */
    public boolean ofDimension() {
        return origin == ColumnDeclaration.Origin.DIMENSION;
    }

    /** Its name in {@code fact_observation} or in the serving table. */
    public String sqlName() {
        return sqlName;
    }

    /** Whether it is known only after headlines have been decided. */
    public boolean decided() {
        return decided;
    }

    /** Whether it is a remark on the figure, kept as text until it is written. */
    public boolean note() {
        return note;
    }

    /** The key by which a mapping sets it; empty where none may. */
    public Optional<String> key() {
        return key.isEmpty() ? Optional.empty() : Optional.of(key);
    }

    /** Its column of {@code fact_observation}. */
    public Column column() {
        if (storedAs == null) {
            throw new IllegalStateException(field + " is no column of fact_observation");
        }
        return new Column(sqlName, storedAs, !required, meaning, since);
    }
}
