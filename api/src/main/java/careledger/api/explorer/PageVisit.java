package careledger.api.explorer;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.UnknownIds;
import careledger.answers.judgement.FigurePeriod;
import careledger.answers.observation.Observation;
import careledger.answers.query.ArgumentPath;
import careledger.answers.query.InvalidArgument;
import careledger.answers.query.InvalidQueryException;
import careledger.api.execution.RequestRelease;
import careledger.api.notice.Notices;
import careledger.schema.catalogue.IdKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One request for a page.
 *
 * @param focus code of the area that the service is about
 * @param base address of the service, without a slash at its end
 * @param notices corrections and reviews to be shown
 */
record PageVisit(Address address, RequestRelease release, String focus, String base, Notices notices) {
    /** Another page for the same visitor. */
    PageVisit to(Address other) {
        return new PageVisit(other, release, focus, base, notices);
    }

    /** When a figure is for, with a word where there is a notice on it. */
    String when(Observation figure) {
        String notice = notices.words(figure);
        return FigurePeriod.label(figure) + (notice.isEmpty() ? "" : ", " + notice);
    }

    ReleaseCatalogue catalogue() {
        return release.catalogue();
    }

    String id() {
        return address.id();
    }

    /** The indicator that the page is about. */
    IndicatorEntry indicator() {
        return indicator(id());
    }

    IndicatorEntry indicator(String named) {
        return indicator(named, "indicator");
    }

    /** @param choice of the address that names it */
    IndicatorEntry indicator(String named, String choice) {
        String id = catalogue().known(IdKind.INDICATOR, named);
        new UnknownIds(catalogue()).indicator(id, ArgumentPath.of(choice)).ifPresent(PageVisit::refuse);
        return catalogue().indicator(id).orElseThrow();
    }

    /** The area that is chosen; that of the service where none is. */
    AreaEntry area() {
        return area(address.choice("area").orElse(focus));
    }

    AreaEntry area(String named) {
        return area(named, "area");
    }

    /** The area that the chosen one is shown with; empty where none is chosen. */
    Optional<AreaEntry> with() {
        return address.choice("with").map(named -> area(named, "with"));
    }

    private AreaEntry area(String named, String argument) {
        String id = catalogue().known(IdKind.AREA, named);
        new UnknownIds(catalogue()).area(id, ArgumentPath.of(argument)).ifPresent(PageVisit::refuse);
        return catalogue().area(id).orElseThrow();
    }

    /** The page of a figure's measure, for the area of the figure. */
    String measureLink(Observation figure) {
        return Route.INDICATOR
                .of(figure.indicator())
                .with("area", figure.area().equals(focus) ? "" : figure.area())
                .link();
    }

    DimensionEntry dimension(String named) {
        String id = catalogue().known(IdKind.DIMENSION, named);
        new UnknownIds(catalogue()).dimension(id, ArgumentPath.of("by")).ifPresent(PageVisit::refuse);
        return catalogue().dimension(id).orElseThrow();
    }

    /** A day, as in 2020-03-31; a year is its first or last day. */
    Optional<LocalDate> day(String choice, boolean last) {
        return address.choice(choice).map(text -> read(choice, text, last));
    }

    Optional<LocalDate> asOf() {
        return day("as-of", true);
    }

    private static LocalDate read(String choice, String text, boolean last) {
        try {
            return text.matches("[0-9]{4}")
                    ? LocalDate.of(Integer.parseInt(text), last ? 12 : 1, last ? 31 : 1)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidQueryException(InvalidArgument.badInput(
                    ArgumentPath.of(choice),
                    "'" + text + "' is not a day.",
                    "Write a day as 2020-03-31, or a year as 2020."));
        }
    }

    /** For {@code ifPresent}: it always throws. */
    @SuppressWarnings("DoNotCallSuggester")
    static void refuse(InvalidArgument refusal) {
        throw new InvalidQueryException(refusal);
    }
}
