package careledger.api.notice;

import careledger.answers.observation.Observation;
import java.util.List;
import java.util.stream.Collectors;

/** The notices that the service shows, in the order of their file. */
public record Notices(List<Notice> all) {
    /** Where the council has none. */
    public static final Notices NONE = new Notices(List.of());

    public Notices {
        all = List.copyOf(all);
    }

    /** Those on some figures of an indicator for an area. */
    public List<Notice> of(String indicator, String area) {
        return all.stream().filter(notice -> notice.concerns(indicator, area)).toList();
    }

    /** Those on a figure. */
    public List<Notice> of(Observation figure) {
        return all.stream().filter(notice -> notice.concerns(figure)).toList();
    }

    /** The notices on a figure as sentences, one after the other; empty where there is none. */
    public String sentences(Observation figure) {
        return of(figure).stream().map(Notice::sentence).collect(Collectors.joining(" "));
    }

    /** In a few words, to be read beside the figure; empty where there is none. */
    public String words(Observation figure) {
        return of(figure).stream()
                .map(notice -> notice.kind().words())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
