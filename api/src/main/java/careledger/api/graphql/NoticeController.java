package careledger.api.graphql;

import careledger.answers.catalogue.Names;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArguments;
import careledger.api.execution.RequestRelease;
import careledger.api.notice.Notice;
import careledger.api.notice.Notices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Corrections and reviews, which the council lists in a file. */
@Controller
final class NoticeController {
    private final Notices notices;

    NoticeController(Notices notices) {
        this.notices = notices;
    }

    /** What is written beside a figure; null where there is no notice on it. */
    @SchemaMapping(typeName = RowFields.TYPE)
    @Nullable
    String notice(Observation figure) {
        String text = notices.sentences(figure);
        return text.isEmpty() ? null : text;
    }

    @QueryMapping
    List<Notice> notices(
            @Argument @Nullable String indicator, @ContextValue(RequestRelease.KEY) RequestRelease release) {
        InvalidArguments refusals = new InvalidArguments();
        Optional<String> wanted = Optional.ofNullable(indicator).map(new Names(release.catalogue())::indicator);
        wanted.flatMap(id -> new UnknownIds(release.catalogue()).indicator(id, ArgumentPath.of("notices", "indicator")))
                .ifPresent(refusals::add);
        refusals.throwIfAny();
        return notices.all().stream()
                .filter(notice -> wanted.isEmpty() || notice.indicator().equals(wanted.get()))
                .toList();
    }
}
