package careledger.answers.slice;

import careledger.answers.catalogue.DimensionAttributes;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.observation.OmittedFigures;
import careledger.answers.query.Sql;
import careledger.schema.observation.ValueKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The figures of a table, and what the question leaves out of it by its value kinds.
 *
 * @param shown in the order of the serving table; breaks as of a day are not looked for, as tables do not show them; when
 *     there are too many, one more than the most
 */
record SliceFigures(List<Observation> shown, OmittedFigures notShown) {
    SliceFigures {
        shown = List.copyOf(shown);
    }

    /**
     * Reads both with one statement, as planning one takes as long as reading it. Where both are too many but those shown
     * are not, or the newest of the kinds asked for are wanted, they are asked for one after the other.
     */
    static SliceFigures of(ObservationQuery asked, Sql sql, DimensionAttributes attributes, int most)
            throws SQLException {
        Set<ValueKind> kinds = EnumSet.copyOf(asked.filter().valueKinds());
        Set<ValueKind> all = EnumSet.copyOf(kinds);
        all.addAll(OmittedFigures.kinds(asked));
        if (asked.filter().latest() == null) {
            List<Observation> read = new FigureQuery(asked.withKinds(all), most + 1, false).answer(sql, attributes);
            SliceFigures parted = parted(read, kinds);
            if (read.size() <= most || parted.shown().size() > most) {
                return parted;
            }
        }
        return new SliceFigures(
                new FigureQuery(asked, most + 1, false).answer(sql, attributes), OmittedFigures.beside(asked, sql));
    }

    private static SliceFigures parted(List<Observation> read, Set<ValueKind> kinds) {
        List<Observation> shown = new ArrayList<>(read.size());
        List<ValueKind> others = new ArrayList<>();
        for (Observation figure : read) {
            if (kinds.contains(figure.valueKind())) {
                shown.add(figure);
            } else {
                others.add(figure.valueKind());
            }
        }
        return new SliceFigures(shown, OmittedFigures.among(others));
    }
}
