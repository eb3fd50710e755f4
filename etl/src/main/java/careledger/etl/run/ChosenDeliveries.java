package careledger.etl.run;

import careledger.etl.input.DeliveryFolder;
import careledger.release.run.LeftOutDelivery;
import careledger.schema.problem.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which state of each delivery a run loads: the one that lies there, or, where that cannot be read, the one that was
 * loaded before. One that has no earlier state and of which nothing is served is left out altogether.
 */
final class ChosenDeliveries {
    private final List<DeliveryFolder> seen;
    private final KeptDeliveries kept;
    private final Set<String> served;
    private final Map<String, LeftOutDelivery> leftOut = new LinkedHashMap<>();
    private final Map<String, DeliveryFolder> earlier = new LinkedHashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();

    /** @param served deliveries of which the served release has figures */
    ChosenDeliveries(List<DeliveryFolder> seen, KeptDeliveries kept, Set<String> served) {
        this.seen = List.copyOf(seen);
        this.kept = kept;
        this.served = Set.copyOf(served);
    }

    /**
     * Leaves a delivery out, if its figures can stay or it has none.
     *
     * @param why what was refused in it
     * @return whether it is left out now and was not before
     */
    boolean leaveOut(String delivery, String reason, List<Rejection> why) {
        if (leftOut.containsKey(delivery)) {
            return false;
        }
        Optional<DeliveryFolder> before = kept.find(delivery);
        if (before.isEmpty() && served.contains(delivery)) {
            return false;
        }
        before.ifPresent(state -> earlier.put(delivery, state));
        leftOut.put(delivery, new LeftOutDelivery(delivery, reason, before.isPresent()));
        rejections.addAll(why);
        return true;
    }

    /** What is loaded. */
    List<DeliveryFolder> folders() {
        return seen.stream()
                .flatMap(folder -> leftOut.containsKey(folder.name())
                        ? Optional.ofNullable(earlier.get(folder.name())).stream()
                        : Optional.of(folder).stream())
                .toList();
    }

    /** What is loaded as it lies there. */
    List<DeliveryFolder> asTheyLie() {
        return seen.stream()
                .filter(folder -> !leftOut.containsKey(folder.name()))
                .toList();
    }

    List<LeftOutDelivery> leftOut() {
        return List.copyOf(leftOut.values());
    }

    /** What was refused in deliveries that are left out. */
    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    String describe() {
        return describe(leftOut());
    }

    static String describe(List<LeftOutDelivery> deliveries) {
        return deliveries.stream().map(LeftOutDelivery::describe).collect(Collectors.joining(" "));
    }
}
