package careledger.schema.star;

import org.jspecify.annotations.Nullable;

/** Builds the declaration of one column of an observation; {@link ObservationColumn} lists them. */
final class ColumnDeclaration {
    /** Where an answer takes a column from. */
    enum Origin {
        /** The figure's own row in the serving file. */
        FIGURE,
        /** Its indicator, area, period, breakdown or source, by their ids. */
        DIMENSION,
        /** The day of the request. */
        DAY
    }

    String name;
    final @Nullable ColumnType storedAs;
    boolean required;
    String meaning = "";
    int since = 1;
    boolean statement;
    boolean decided;
    boolean revealing;
    boolean note;
    String key = "";
    String field = "";
    String type = "";
    String title = "";
    boolean inUnit;
    Origin origin = Origin.FIGURE;

    private ColumnDeclaration(String name, @Nullable ColumnType storedAs) {
        this.name = name;
        this.storedAs = storedAs;
    }

    /** A column of {@code fact_observation}. */
    static ColumnDeclaration stored(String name, ColumnType type) {
        return new ColumnDeclaration(name, type);
    }

    /** A column of answers alone. */
    static ColumnDeclaration answered(String field, String type, String title) {
        return new ColumnDeclaration("", null).answers(field, type, title);
    }

    ColumnDeclaration required() {
        required = true;
        return this;
    }

    /** One sentence for the person who reads the table. */
    ColumnDeclaration means(String said) {
        meaning = said;
        return this;
    }

    /** The schema version that added it; releases of an earlier version have null there. */
    ColumnDeclaration since(int version) {
        since = version;
        return this;
    }

    /** Part of what the source states. */
    ColumnDeclaration statement() {
        statement = true;
        return this;
    }

    /** Known only after headlines have been decided. */
    ColumnDeclaration decided() {
        decided = true;
        return this;
    }

    /** Only officers may see it of a figure that could identify a child. */
    ColumnDeclaration revealing() {
        revealing = true;
        return this;
    }

    /** A remark on the figure. */
    ColumnDeclaration note() {
        note = true;
        return this;
    }

    /** The key by which a mapping sets it. */
    ColumnDeclaration setBy(String mappingKey) {
        key = mappingKey;
        return this;
    }

    /** Its field in answers, as the contract names and types it, and its heading. */
    ColumnDeclaration answers(String name, String contractType, String heading) {
        field = name;
        type = contractType;
        title = heading;
        return this;
    }

    ColumnDeclaration inUnit() {
        inUnit = true;
        return this;
    }

    ColumnDeclaration ofDimension() {
        origin = Origin.DIMENSION;
        return this;
    }

    ColumnDeclaration ofDay() {
        origin = Origin.DAY;
        return this;
    }

    /** Computed while the serving file is built, under this name. */
    ColumnDeclaration computed(String column) {
        name = column;
        return this;
    }
}
