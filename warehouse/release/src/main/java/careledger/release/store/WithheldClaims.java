package careledger.release.store;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import careledger.release.store.SmallCells.Cell;
import careledger.schema.disclosure.DisclosureRules;
import careledger.schema.star.ObservationColumn;
import careledger.schema.star.StarSchema;
import careledger.schema.star.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims of a release that are withheld because they could identify a child, and the view that leaves them out. */
public final class WithheldClaims {
    private WithheldClaims() {}

    /** By claim id, in its order; of a release of any version. */
    public static Map<String, WithheldReason> of(Connection connection, Path release) throws SQLException {
        List<Broken> claims = Jdbc.list(connection, statement(release), Broken::read);
        Map<Cell, List<Double>> cells = new LinkedHashMap<>();
        claims.forEach(claim ->
                cells.computeIfAbsent(claim.key(), key -> new ArrayList<>()).addAll(claim.counts()));
        Map<Cell, WithheldReason> small = SmallCells.find(DisclosureRules.builtIn(), cells);
        Map<String, WithheldReason> withheld = new TreeMap<>();
        for (Broken claim : claims) {
            Optional.ofNullable(small.get(claim.key())).ifPresent(reason -> withheld.put(claim.id(), reason));
        }
        addSiblings(claims, small, withheld);
        return withheld;
    }

    /** The facts as they may be seen: what a withheld claim states is null, and its status says so. */
    static String select(Connection connection, Path release, String facts) throws SQLException {
        Map<String, WithheldReason> withheld = of(connection, release);
        if (withheld.isEmpty()) {
            return "SELECT *, false AS withheld FROM (" + facts + ")";
        }
        String ids = withheld.keySet().stream().map(Jdbc::literal).collect(Collectors.joining(", "));
        String replaced = ObservationColumn.revealing().stream()
                .map(column -> "CASE WHEN NOT withheld THEN " + column.sqlName() + " END AS " + column.sqlName())
                .collect(Collectors.joining(", "));
        return "SELECT * REPLACE (" + replaced
                + ", CASE WHEN withheld THEN 'CONFIDENTIAL' ELSE status END AS status) FROM (SELECT *, claim_id IN ("
                + ids
                + ") AS withheld FROM (" + facts + "))";
    }

    /** A statement that answers with what each withheld claim states, and why it is withheld. */
    public static String rows(Connection connection, Path release) throws SQLException {
        Map<String, WithheldReason> withheld = of(connection, release);
        String reasons = withheld.entrySet().stream()
                .map(one -> "(" + Jdbc.literal(one.getKey()) + ", "
                        + Jdbc.literal(one.getValue().name()) + ")")
                .collect(Collectors.joining(", "));
        String claims = withheld.isEmpty() ? "(VALUES ('', ''))" : "(VALUES " + reasons + ")";
        return "SELECT claim_id, value::DOUBLE AS value, numerator::DOUBLE AS numerator,"
                + " denominator::DOUBLE AS denominator, source_text, reason FROM "
                + ParquetTables.scan(release, StarSchema.FACT_OBSERVATION) + " JOIN " + claims
                + " AS withheld (claim_id, reason) USING (claim_id) ORDER BY claim_id";
    }

    /** A percentage goes with the count that it is of, and a count with its percentage. */
    private static void addSiblings(
            List<Broken> claims, Map<Cell, WithheldReason> small, Map<String, WithheldReason> withheld) {
        Map<String, WithheldReason> siblings = new HashMap<>();
        for (Broken claim : claims) {
            Stream.of(
                            Optional.ofNullable(claim.sibling()).map(withheld::get),
                            Optional.ofNullable(claim.siblingIndicator())
                                    .map(indicator -> small.get(claim.key().of(indicator))))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(reason -> siblings.put(claim.id(), reason));
        }
        siblings.forEach(withheld::putIfAbsent);
    }

    private static String statement(Path release) {
        String authorities = DisclosureRules.builtIn().authorities().stream()
                .map(authority -> Jdbc.literal(authority.name()))
                .collect(Collectors.joining(", "));
        String text = SqlResource.of(WithheldClaims.class, "broken_down_claim").replace("${authorities}", authorities);
        for (Table table : List.of(StarSchema.FACT_OBSERVATION, StarSchema.DIM_INDICATOR, StarSchema.DIM_SOURCE)) {
            text = text.replace("${" + table.name() + "}", ParquetTables.scan(release, table));
        }
        return text;
    }

    /**
     * A claim about a part of a total.
     *
     * @param counts how many children it is of: the count, or what a share is of
     * @param sibling claim in the same cell
     * @param siblingIndicator what counts the same as a number, or as a share
     */
    private record Broken(
            String id,
            Cell key,
            List<Double> counts,
            @Nullable String sibling,
            @Nullable String siblingIndicator) {
        static Broken read(ResultSet row) throws SQLException {
            List<Double> counts = new ArrayList<>();
            for (String column : List.of("counted", "base")) {
                double count = row.getDouble(column);
                if (!row.wasNull()) {
                    counts.add(count);
                }
            }
            return new Broken(
                    row.getString("claim_id"),
                    Cell.of(
                            row.getString("indicator_id"),
                            row.getString("area_id"),
                            row.getString("period_id"),
                            row.getString("breakdown_id")),
                    counts,
                    row.getString("sibling_id"),
                    row.getString("sibling_indicator_id"));
        }
    }
}
