package careledger.release.guard;

import careledger.release.sql.Jdbc;
import careledger.release.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs every guard on a release that is about to be published, compared with the current one. */
public final class Guards {
    private static final int EXAMPLES = 10;

    private final GuardRules rules;

    public Guards(GuardRules rules) {
        this.rules = rules;
    }

    /** The findings on the figures and rejections of the staged release; none if it may be published. */
    public List<Alarm> figures(ShownFigures releases) {
        return releases.query(connection -> {
            moveRules(connection);
            List<Alarm> alarms = new ArrayList<>();
            String gone = goneDeliveries(connection);
            query(connection, Guard.FIGURES_VANISH, "shown figures would be gone" + gone)
                    .ifPresent(alarms::add);
            query(connection, Guard.HEADLINES_MOVE, "shown figures would move further than their unit's rule allows")
                    .ifPresent(alarms::add);
            query(connection, Guard.LATEST_LOST, "series would lose their latest period" + gone)
                    .ifPresent(alarms::add);
            jump(connection).ifPresent(alarms::add);
            return alarms;
        });
    }

    /**
     * The findings on a load with such files.
     *
     * @param refused paths of the files that were refused whole
     * @param missing what that means for the figures that are served, in words
     */
    public Optional<Alarm> files(List<String> refused, String missing) {
        int most = rules.most(Guard.FILES_REFUSED);
        if (refused.size() <= most) {
            return Optional.empty();
        }
        return Optional.of(Alarm.of(
                Guard.FILES_REFUSED, refused.size(), most, "files were refused whole (" + missing + ")", refused));
    }

    /**
     * What can still be said where the figures of the current release cannot be read: only how many claims it held.
     *
     * @param before claims of the current release, as its manifest or its run's record counts them
     * @param now claims of the staged release
     */
    public Optional<Alarm> claims(long before, long now) {
        int most = rules.most(Guard.FIGURES_VANISH);
        if (before - now <= most) {
            return Optional.empty();
        }
        return Optional.of(Alarm.of(
                Guard.FIGURES_VANISH,
                before - now,
                most,
                "claims of the current release, which is damaged, would be gone (" + before + " before, " + now
                        + " now)",
                List.of()));
    }

    /** Rows that a mapping leaves out on purpose are not counted. */
    private Optional<Alarm> jump(Connection connection) throws SQLException {
        List<Refused> files = Jdbc.list(
                connection,
                SqlResource.of(Guards.class, "rejections_jump"),
                row -> new Refused(row.getString("file"), row.getLong("before"), row.getLong("now")));
        long more = files.stream().mapToLong(Refused::more).sum();
        int most = rules.most(Guard.REJECTIONS_JUMP);
        if (more <= most) {
            return Optional.empty();
        }
        List<String> examples = files.stream()
                .filter(file -> file.more() > 0)
                .limit(EXAMPLES)
                .map(Refused::describe)
                .toList();
        return Optional.of(Alarm.of(
                Guard.REJECTIONS_JUMP, more, most, "rows more would be refused than of the served release", examples));
    }

    /** In brackets, since a folder that was moved or renamed is the commonest cause; empty where none has gone. */
    private static String goneDeliveries(Connection connection) throws SQLException {
        List<String> gone =
                Jdbc.list(connection, SqlResource.of(Guards.class, "gone_deliveries"), row -> row.getString("found"));
        return gone.isEmpty() ? "" : " (" + String.join("; ", gone) + ")";
    }

    private Optional<Alarm> query(Connection connection, Guard guard, String what) throws SQLException {
        List<String> found = Jdbc.list(
                connection, SqlResource.of(Guards.class, guard.id().replace('-', '_')), row -> row.getString("found"));
        if (found.size() <= rules.most(guard)) {
            return Optional.empty();
        }
        List<String> examples = found.subList(0, Math.min(EXAMPLES, found.size()));
        return Optional.of(Alarm.of(guard, found.size(), rules.most(guard), what, examples));
    }

    private void moveRules(Connection connection) throws SQLException {
        Jdbc.execute(
                connection,
                "CREATE OR REPLACE TEMP TABLE move_rule (unit VARCHAR, absolute BOOLEAN, more DOUBLE, at_least"
                        + " DOUBLE)");
        for (MoveRule rule : rules.moves()) {
            Jdbc.execute(
                    connection,
                    "INSERT INTO move_rule VALUES (" + Jdbc.literal(rule.unit().name()) + ", " + rule.absolute() + ", "
                            + rule.more() + ", " + rule.atLeast() + ")");
        }
    }

    /** Rows of a file that are refused, in the served release and in the staged one. */
    private record Refused(String file, long before, long now) {
        long more() {
            return now - before;
        }

        String describe() {
            return file + ": " + now + " rows refused, " + before + " before";
        }
    }
}
