package careledger.release.guard;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Stops a release that looks wrong beside the one that is served, until a person has said that it is meant. */
public enum Guard {
    /** Files of the deliveries cannot be read at all. */
    FILES_REFUSED("filesRefused"),
    /** Figures that are shown today would not be shown any more. */
    FIGURES_VANISH("figuresVanish"),
    /** A figure that is shown today would be another by more than its unit's rule allows. */
    HEADLINES_MOVE("headlinesMove"),
    /** The last period of a series would be gone. */
    LATEST_LOST("latestLost"),
    /** More rows are refused than in the run before. */
    REJECTIONS_JUMP("rejectionsJump"),
    /** The served release is damaged, and no other sound one is left to compare with. */
    NOTHING_TO_COMPARE("nothingToCompare");

    /** Every guard's word taken for granted. */
    public static final Set<Guard> ALL = Collections.unmodifiableSet(EnumSet.allOf(Guard.class));

    private final String key;

    Guard(String key) {
        this.key = key;
    }

    /** As it is named in the rules. */
    String key() {
        return key;
    }

    /** The guard of that name on the command line. */
    public static Optional<Guard> of(String id) {
        return Arrays.stream(values()).filter(guard -> guard.id().equals(id)).findFirst();
    }

    /** As it is named on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
