package careledger.schema.star;

import static careledger.schema.star.ColumnType.BOOLEAN;
import static careledger.schema.star.ColumnType.DATE;
import static careledger.schema.star.ColumnType.INTEGER;
import static careledger.schema.star.ColumnType.TEXT;
import static careledger.schema.star.ColumnType.TEXTS;

import java.util.List;

/** The tables of a release: the one source of their names, columns, keys and grain. Keys are natural ids. */
public final class StarSchema {
    /** Raised when an earlier version of the program would misread the tables, or may not serve them. */
    public static final int VERSION = 3;

    /** The oldest version of the tables that this program reads; columns added since are null there. */
    public static final int OLDEST_READABLE = 1;

    public static final Table FACT_OBSERVATION = new Table(
            "fact_observation",
            "one claim: one figure that one source states",
            List.of("claim_id"),
            List.of("reporting_year"),
            ObservationColumn.ofTable().stream().map(ObservationColumn::column).toList());

    public static final Table DIM_TOPIC = new Table(
            "dim_topic",
            "one topic",
            List.of("topic_id"),
            List.of(),
            List.of(key("topic_id", "id"), key("title", "title"), order("topic_order", "reading order")));

    public static final Table DIM_INDICATOR = new Table(
            "dim_indicator",
            "one indicator",
            List.of("indicator_id"),
            List.of(),
            List.of(
                    key("indicator_id", "id"),
                    key("topic_id", "shelf"),
                    key("title", "title"),
                    key("plain_english", "one sentence for everybody"),
                    key("unit", "Unit"),
                    order("decimals", "most decimals shown"),
                    key("polarity", "Polarity"),
                    maybe("polarity_reason", TEXT, "why one way is good"),
                    key("measure_kind", "MeasureKind"),
                    key("timing", "DAY or PERIOD"),
                    new Column("synonyms", TEXTS, false, "other words for it"),
                    maybe("sibling_id", TEXT, "count of the same thing, or its percentage")));

    public static final Table DIM_DEFINITION = new Table(
            "dim_definition",
            "one definition of one indicator",
            List.of("definition_id"),
            List.of(),
            List.of(
                    key("definition_id", "indicator/local name"),
                    key("indicator_id", "of what"),
                    order("definition_order", "oldest first, from 1"),
                    new Column("is_primary", BOOLEAN, false, "the indicator's main line"),
                    key("segment_id", "first of the run of comparable definitions"),
                    key("text", "what is measured, of whom"),
                    maybe("numerator", TEXT, "in words"),
                    maybe("denominator", TEXT, "in words"),
                    maybe("statutory_return", TEXT, "return that collects it"),
                    maybe("valid_from", DATE, "first day"),
                    maybe("valid_to", DATE, "last day"),
                    new Column("comparable_with_previous", BOOLEAN, false, "with the definition before it"),
                    maybe("break_reason", TEXT, "why not")));

    public static final Table BRIDGE_DEFINITION_SOURCE = new Table(
            "bridge_definition_source",
            "one source's wording of one definition",
            List.of("definition_id", "source_id"),
            List.of(),
            List.of(key("definition_id", "definition"), key("source_id", "source"), key("wording", "its own words")));

    public static final Table BRIDGE_RELATED_INDICATOR = new Table(
            "bridge_related_indicator",
            "one pair of indicators that measure nearly the same thing",
            List.of("indicator_id", "related_id"),
            List.of(),
            List.of(key("indicator_id", "one"), key("related_id", "the other"), key("relation", "the difference")));

    public static final Table DIM_PERIOD = new Table(
            "dim_period",
            "one period that a claim is about",
            List.of("period_id"),
            List.of(),
            List.of(
                    key("period_id", "by the period grammar"),
                    key("kind", "PeriodKind"),
                    key("label", "as a person reads it"),
                    new Column("period_start", DATE, false, "first day"),
                    new Column("period_end", DATE, false, "last day"),
                    order("reporting_year", "financial year of the last day, by its end")));

    public static final Table DIM_AREA = new Table(
            "dim_area",
            "one area",
            List.of("area_id"),
            List.of(),
            List.of(
                    key("area_id", "official code, or our name for a group"),
                    key("name", "name"),
                    key("kind", "AreaKind"),
                    maybe("parent_id", TEXT, "area that it lies in"),
                    maybe("existed_from", DATE, "first day, where a reorganisation made it"),
                    maybe("existed_to", DATE, "last day, where a reorganisation ended it"),
                    maybe("successors", TEXTS, "areas that took its place"),
                    maybe("aliases", TEXTS, "other names and codes of it")));

    public static final Table BRIDGE_NEIGHBOUR = new Table(
            "bridge_neighbour",
            "one statistical neighbour of one area in one model",
            List.of("model", "area_id", "neighbour_rank"),
            List.of(),
            List.of(
                    key("model", "year of the model"),
                    key("area_id", "whose neighbour"),
                    key("neighbour_id", "the neighbour"),
                    order("neighbour_rank", "1 is nearest"),
                    key("source_id", "who published the model")));

    public static final Table DIM_DIMENSION = new Table(
            "dim_dimension",
            "one breakdown dimension",
            List.of("dimension_id"),
            List.of(),
            List.of(key("dimension_id", "id"), key("title", "title"), order("dimension_order", "reading order")));

    public static final Table DIM_MEMBER = new Table(
            "dim_member",
            "one member of one dimension",
            List.of("dimension_id", "member_id"),
            List.of(),
            List.of(
                    key("dimension_id", "dimension"),
                    key("member_id", "id"),
                    key("title", "title"),
                    order("member_order", "reading order, from 1")));

    /** Beside these columns the table has one column a known dimension, named {@code d_} and its id, TEXT, nullable. */
    public static final Table DIM_BREAKDOWN = new Table(
            "dim_breakdown",
            "one distinct set of dimension=member",
            List.of("breakdown_id"),
            List.of(),
            List.of(
                    key("breakdown_id", "'total' or dimension=member;…"),
                    key("label", "as a person reads it"),
                    order("dimensions", "how many"),
                    maybe("dimension1", TEXT, "first dimension by id"),
                    maybe("member1", TEXT, "its member"),
                    maybe("dimension2", TEXT, "second"),
                    maybe("member2", TEXT, "its member"),
                    maybe("dimension3", TEXT, "third"),
                    maybe("member3", TEXT, "its member")));

    public static final Table DIM_SOURCE = new Table(
            "dim_source",
            "one document or return",
            List.of("source_id"),
            List.of(),
            List.of(
                    key("source_id", "id"),
                    key("title", "title"),
                    key("publisher", "publisher"),
                    new Column("published_on", DATE, false, "publication"),
                    maybe("published_on_note", TEXT, "how the date was read where it is not printed whole"),
                    key("authority", "Authority"),
                    new Column("supersedes", TEXTS, true, "sources that it corrects, being a re-issue of them", 3)));

    public static final Table DIM_EXTRACT = new Table(
            "dim_extract",
            "one delivered file",
            List.of("extract_id"),
            List.of(),
            List.of(
                    key("extract_id", "path below the extracts root"),
                    key("delivery", "folder"),
                    key("file", "path below the folder"),
                    key("layout", "claims, wide, tidy or neighbours"),
                    maybe("source_id", TEXT, "source, where the whole file is of one"),
                    key("sha256", "of the file's bytes"),
                    key("mapping_sha256", "of the folder's extract.yaml"),
                    order("rows_read", "data rows"),
                    order("rows_accepted", "rows in which nothing was refused"),
                    order("rows_rejected", "rows in which something was refused"),
                    order("cells_read", "cells that hold a figure or a symbol"),
                    order("cells_accepted", "cells that became claims"),
                    order("cells_rejected", "cells that were refused"),
                    order("claims", "claims made of the accepted cells; a cell may hold several")));

    public static final Table FACT_REJECTION = new Table(
            "fact_rejection",
            "one refused file, row or cell",
            List.of("file", "line", "column_name", "rule", "reason"),
            List.of(),
            List.of(
                    key("file", "path below the extracts root"),
                    new Column("line", INTEGER, false, "line on which the row begins; 0 for the whole file"),
                    maybe("column_name", TEXT, "header of the column"),
                    maybe("value", TEXT, "refused text"),
                    key("rule", "Rule"),
                    key("reason", "found, expected"),
                    key("advice", "what to do")));

    public static final List<Table> TABLES = List.of(
            FACT_OBSERVATION,
            DIM_TOPIC,
            DIM_INDICATOR,
            DIM_DEFINITION,
            BRIDGE_DEFINITION_SOURCE,
            BRIDGE_RELATED_INDICATOR,
            DIM_PERIOD,
            DIM_AREA,
            BRIDGE_NEIGHBOUR,
            DIM_DIMENSION,
            DIM_MEMBER,
            DIM_BREAKDOWN,
            DIM_SOURCE,
            DIM_EXTRACT,
            FACT_REJECTION);

    private StarSchema() {}

    private static Column key(String name, String meaning) {
        return new Column(name, TEXT, false, meaning);
    }

    private static Column maybe(String name, ColumnType type, String meaning) {
        return new Column(name, type, true, meaning);
    }

    private static Column order(String name, String meaning) {
        return new Column(name, INTEGER, false, meaning);
    }
}
