package careledger.api.notification;

import java.time.Instant;
import java.util.Map;

/**
 * What is posted, in the form of <a href="https://cloudevents.io">CloudEvents</a> 1.0.
 *
 * @param id the same for the same news, however often it is sent
 * @param source names the service
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        Instant time,
        String datacontenttype,
        Map<String, Object> data) {
    static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    static CloudEvent of(String id, String source, String type, Instant time, Map<String, Object> data) {
        return new CloudEvent("1.0", id, source, "careledger." + type, time, "application/json", data);
    }
}
