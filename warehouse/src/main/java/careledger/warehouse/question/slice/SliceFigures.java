package careledger.warehouse.question.slice;

import careledger.schema.observation.ValueKind;
import careledger.warehouse.question.Sql;
import careledger.warehouse.question.catalogue.DimensionAttributes;
import careledger.warehouse.question.observation.Asked;
import careledger.warehouse.question.observation.FigureQuestion;
import careledger.warehouse.question.observation.NotShown;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of a table, and what the question leaves out of it by its value kinds.
 *
 * @param shown in the order of the serving table; when there are too many, one more than the most
 */
record SliceFigures(List<SliceFigure> shown, NotShown notShown) {
    SliceFigures {
        shown = List.copyOf(shown);
    }

    /**
     * Reads both with one statement, as planning one takes as long as reading it. Where both are too many but those shown
     * are not, or the newest of the kinds asked for are wanted, they are asked for one after the other.
     */
    static SliceFigures of(SliceQuestion question, Sql sql, DimensionAttributes attributes, int most)
            throws SQLException {
        Asked asked = question.asked();
        Set<ValueKind> kinds = EnumSet.copyOf(asked.filter().valueKinds());
        Set<ValueKind> all = EnumSet.copyOf(kinds);
        all.addAll(NotShown.kinds(asked));
        if (asked.filter().latest() == null) {
            List<SliceFigure> read = read(question, asked.withKinds(all), sql, attributes, most);
            SliceFigures parted = parted(read, kinds);
            if (read.size() <= most || parted.shown().size() > most) {
                return parted;
            }
        }
        return new SliceFigures(read(question, asked, sql, attributes, most), NotShown.beside(asked, sql));
    }

    private static List<SliceFigure> read(
            SliceQuestion question, Asked asked, Sql sql, DimensionAttributes attributes, int most)
            throws SQLException {
        SliceCell cell = question.cell();
        return new FigureQuestion(asked, most + 1)
                .answer(sql, SliceFigure.columns(cell), row -> SliceFigure.read(row, cell, attributes));
    }

    private static SliceFigures parted(List<SliceFigure> read, Set<ValueKind> kinds) {
        List<SliceFigure> shown = new ArrayList<>(read.size());
        List<ValueKind> others = new ArrayList<>();
        for (SliceFigure figure : read) {
            if (kinds.contains(figure.valueKind())) {
                shown.add(figure);
            } else {
                others.add(figure.valueKind());
            }
        }
        return new SliceFigures(shown, NotShown.among(others));
    }
}
