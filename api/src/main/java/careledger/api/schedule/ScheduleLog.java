package careledger.api.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line per scheduled run, with the same as fields for programs that read logs. */
final class ScheduleLog {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private ScheduleLog() {}

    static void ended(ScheduledRun look, ScheduleState standing) {
        LOG.atLevel(look.outcome().failure() ? Level.WARN : Level.INFO)
                .addKeyValue("outcome", look.outcome().label())
                .addKeyValue("run", look.run().orElse(""))
                .addKeyValue("milliseconds", look.took().toMillis())
                .addKeyValue("failures", standing.failures())
                .log("{}", describe(look, standing));
    }

    private static String describe(ScheduledRun look, ScheduleState standing) {
        String ended = "Looked at the deliveries: " + look.outcome() + " after "
                + look.took().toMillis() + " ms";
        String failing = standing.failures() == 0
                ? ""
                : ". Failures in a row: " + standing.failures() + "; the release of the last good run stays served,"
                        + " and deliveries that stay as they are are left alone until "
                        + standing.retryAt().map(Object::toString).orElse("the next look");
        return ended + failing + ". " + look.message();
    }
}
