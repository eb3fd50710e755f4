package careledger.etl.run;

import careledger.release.guard.Alarm;
import careledger.release.guard.Guard;
import careledger.release.guard.HeadlineMoves;
import careledger.release.store.ReleaseDiff;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A release that was made beside the one that is served.
 *
 * @param served id of the served release
 * @param diff what changed, with the first changes value by value
 * @param headlines published values that would change, with the first of them
 * @param opened claims that now disagree with the one shown and did not
 * @param closed claims that disagreed with the one shown and no longer do
 * @param alarms what the guards found, also where it was accepted
 */
public record ServedReleaseComparison(
        String served,
        ReleaseDiff diff,
        HeadlineMoves headlines,
        List<String> opened,
        List<String> closed,
        List<Alarm> alarms) {
    public ServedReleaseComparison {
        opened = List.copyOf(opened);
        closed = List.copyOf(closed);
        alarms = List.copyOf(alarms);
    }

    /** What stops the release, in words; empty where nothing does. */
    String objections(Set<Guard> accepted) {
        return describe(alarms.stream()
                .filter(alarm -> !accepted.contains(alarm.guard()))
                .toList());
    }

    static String describe(List<Alarm> alarms) {
        return alarms.stream()
                .map(alarm -> alarm.message()
                        + (alarm.examples().isEmpty() ? "" : " Found: " + String.join("; ", alarm.examples()) + "."))
                .collect(Collectors.joining(" "));
    }
}
