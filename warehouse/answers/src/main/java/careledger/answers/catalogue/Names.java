package careledger.answers.catalogue;

import careledger.schema.catalogue.IdKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the ids of what callers name by its title, in any case, or by an id that was replaced. What is no name, or that of
 * several, stays as it is.
 */
public final class Names {
    private final ReleaseCatalogue catalogue;

    public Names(ReleaseCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public String indicator(String text) {
        return id(
                catalogue.known(IdKind.INDICATOR, text),
                id -> catalogue.indicator(id).isPresent(),
                catalogue.indicators(),
                IndicatorEntry::title,
                IndicatorEntry::id);
    }

    public String area(String text) {
        return id(
                catalogue.known(IdKind.AREA, text),
                id -> catalogue.area(id).isPresent(),
                catalogue.areas(),
                AreaEntry::name,
                AreaEntry::id);
    }

    public List<String> indicators(List<String> texts) {
        return texts.stream().map(this::indicator).toList();
    }

    public List<String> areas(List<String> texts) {
        return texts.stream().map(this::area).toList();
    }

    public List<String> topics(List<String> texts) {
        return texts.stream()
                .map(text -> id(
                        catalogue.known(IdKind.TOPIC, text),
                        id -> catalogue.topic(id).isPresent(),
                        catalogue.topics(),
                        TopicEntry::title,
                        TopicEntry::id))
                .toList();
    }

    public String dimension(String id) {
        return catalogue.known(IdKind.DIMENSION, id);
    }

    public List<String> dimensions(List<String> ids) {
        return ids.stream().map(this::dimension).toList();
    }

    public List<String> sources(List<String> texts) {
        return texts.stream()
                .map(text -> id(
                        text,
                        id -> catalogue.source(id).isPresent(),
                        catalogue.sources(),
                        SourceEntry::title,
                        SourceEntry::id))
                .toList();
    }

    private static <T> String id(
            String text,
            Predicate<String> known,
            Collection<T> entries,
            Function<T, String> name,
            Function<T, String> id) {
        if (known.test(text)) {
            return text;
        }
        List<String> found = entries.stream()
                .filter(entry -> name.apply(entry).equalsIgnoreCase(text))
                .map(id)
                .toList();
        return Optional.of(found)
                .filter(one -> one.size() == 1)
                .map(one -> one.get(0))
                .orElse(text);
    }
}
