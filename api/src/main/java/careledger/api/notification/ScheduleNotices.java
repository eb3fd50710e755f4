package careledger.api.notification;

import careledger.answers.serving.Warehouse;
import careledger.api.schedule.ScheduledRunEnded;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Announces when runs start to fail and when they succeed again; a run's message may name folders, so it is not sent. */
@Component
final class ScheduleNotices {
    private final Webhooks webhooks;
    private final Warehouse warehouse;

    ScheduleNotices(Webhooks webhooks, Warehouse warehouse) {
        this.webhooks = webhooks;
        this.warehouse = warehouse;
    }

    @EventListener
    void ended(ScheduledRunEnded ended) {
        if (!webhooks.on() || !(ended.failing() || ended.recovered())) {
            return;
        }
        String what = ended.failing() ? "failing" : "recovered";
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("outcome", ended.look().outcome().name());
        data.put("run", ended.look().run());
        data.put("servedRelease", warehouse.status().servedRelease());
        webhooks.tell(
                what + "/" + ended.look().startedAt(),
                "schedule." + what,
                ended.look().endedAt(),
                data,
                () -> {});
    }
}
