package careledger.answers.observation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;

/** A column to sort by; it always has a value. */
record SortKey<T>(Field<T> field, boolean ascending) {
    static <T> SortKey<T> up(Field<T> field) {
        return new SortKey<>(field, true);
    }

    static <T> SortKey<T> down(Field<T> field) {
        return new SortKey<>(field, false);
    }

    SortField<T> order() {
        return ascending ? field.asc() : field.desc();
    }

    /** Whether a value, as a cursor hands it back, is one that this column can have. */
    boolean takes(Object value) {
        if (field.getType() == LocalDate.class) {
            return value instanceof String text && isDay(text);
        }
        if (field.getType() == String.class) {
            return value instanceof String;
        }
        return Number.class.isAssignableFrom(field.getType()) ? value instanceof Number : value instanceof Boolean;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Rows that come after a row with this value, as far as this column decides. */
    Condition after(Object value) {
        T bound = field.getDataType().convert(value);
        return ascending ? field.gt(bound) : field.lt(bound);
    }

    Condition same(Object value) {
        return field.eq(field.getDataType().convert(value));
    }
}
