package careledger.answers.scorecard;

import careledger.answers.catalogue.PeriodEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.catalogue.SourceEntry;
import careledger.answers.observation.Observation;
import careledger.answers.query.Sql;
import careledger.answers.standing.NeighbourModels;
import careledger.schema.scorecard.Annual;
import careledger.schema.scorecard.Replay;
import careledger.schema.scorecard.Scorecard;
import careledger.schema.scorecard.ScorecardRow;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scorecard for an area, which the release knows.
 *
 * @param period id of the period asked for; the newest with figures where there is none
 * @param asOf answer with what had been published by that day
 */
public record ScorecardQuery(Scorecard card, Optional<String> period, String area, Optional<LocalDate> asOf) {
    /** @throws careledger.answers.query.InvalidQueryException where the card has no such period */
    public ScorecardAnswer answer(Sql sql, ReleaseCatalogue catalogue, String version) throws SQLException {
        if (card.replay().isPresent()) {
            return replayed(card.replay().get(), sql, catalogue, version);
        }
        return annual(card.annual().orElseThrow(), sql, catalogue, version);
    }

    /** The periods that the card is offered for, oldest first: of years, those with enough figures. */
    public List<PeriodEntry> periods(Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        if (card.replay().isPresent()) {
            Replay replay = card.replay().get();
            boolean there = new ScorecardFigures(card, sql, catalogue.attributes())
                    .said(replay, area, asOf).stream()
                            .anyMatch(figure -> figure.area().equals(area));
            return there ? List.of(ReplayedCard.period(replay)) : List.of();
        }
        Figures own = new Figures(new ScorecardFigures(card, sql, catalogue.attributes()).shown(area, asOf));
        return new AnnualCard(card, card.annual().orElseThrow(), area, own, NeighbourModels.NONE).completeYears();
    }

    private ScorecardAnswer annual(Annual annual, Sql sql, ReleaseCatalogue catalogue, String version)
            throws SQLException {
        AnnualCard years = annualCard(annual, sql, catalogue);
        PeriodEntry year = new RequestedPeriod(card, area, asOf)
                .of(period.or(() -> years.newest().map(PeriodEntry::id)), years.years());
        RowMaker maker = new RowMaker(card, catalogue, year, area);
        List<SectionAnswer> sections = sections(catalogue, row -> years.row(row, maker));
        ScorecardCounts counts = ScorecardCounts.of(rows(sections));
        return answer(catalogue, year, sections, counts, counts, Optional.empty(), years.notes(year), version);
    }

    private ScorecardAnswer replayed(Replay replay, Sql sql, ReleaseCatalogue catalogue, String version)
            throws SQLException {
        ScorecardFigures figures = new ScorecardFigures(card, sql, catalogue.attributes());
        List<Observation> said = figures.said(replay, area, asOf);
        boolean there = said.stream().anyMatch(figure -> figure.area().equals(area));
        PeriodEntry shown = new RequestedPeriod(card, area, asOf)
                .of(period, there ? List.of(ReplayedCard.period(replay)) : List.of());
        Optional<LocalDate> then = catalogue.source(replay.source()).map(SourceEntry::publishedOn);
        List<Observation> known = figures.shown(area, then);
        ReplayedCard replayed =
                ReplayedCard.of(card, replay, area, said, new Figures(known, figures.besideTargets(known, area, then)));
        RowMaker maker = new RowMaker(card, catalogue, shown, area);
        List<SectionAnswer> sections = sections(catalogue, row -> replayed.row(row, maker));
        List<RowAnswer> rows = rows(sections);
        ScorecardCounts counts = ScorecardCounts.of(rows);
        Optional<ScorecardCounts> printed = replayed.counts();
        List<String> notes = new ArrayList<>();
        notes.add("How a row went over time is what the document prints. Beside it is the earlier figure that the"
                + " document itself prints; with figures of other documents no row is compared.");
        printed.ifPresent(own -> notes.addAll(new Differences(own, counts, rows).describe()));
        notes.addAll(replay.notes());
        return answer(catalogue, shown, sections, counts, ScorecardCounts.computed(rows), printed, notes, version);
    }

    private AnnualCard annualCard(Annual annual, Sql sql, ReleaseCatalogue catalogue) throws SQLException {
        NeighbourModels models = NeighbourModels.of(area, asOf, sql);
        ScorecardFigures read = new ScorecardFigures(card, sql, catalogue.attributes());
        List<Observation> shown = read.shown(area, asOf);
        List<Observation> figures = new ArrayList<>(shown);
        figures.addAll(read.ofOthers(models.all(), asOf));
        return new AnnualCard(card, annual, area, new Figures(figures, read.besideTargets(shown, area, asOf)), models);
    }

    private ScorecardAnswer answer(
            ReleaseCatalogue catalogue,
            PeriodEntry shown,
            List<SectionAnswer> sections,
            ScorecardCounts counts,
            ScorecardCounts computed,
            Optional<ScorecardCounts> printed,
            List<String> notes,
            String version) {
        List<String> all = new ArrayList<>();
        leftOut(catalogue).ifPresent(all::add);
        all.addAll(notes);
        return new ScorecardAnswer(
                String.join("|", card.id(), area, shown.id())
                        + asOf.map(day -> "|as of " + day).orElse(""),
                card.id(),
                card.title(),
                catalogue.area(area).orElseThrow(),
                shown,
                sections,
                counts,
                computed,
                printed.orElse(null),
                all,
                version);
    }

    /** Without rows of measures that an earlier release did not have yet; {@link #leftOut} names them. */
    private List<SectionAnswer> sections(ReleaseCatalogue catalogue, Function<ScorecardRow, RowAnswer> row) {
        return card.sections().stream()
                .map(section -> new SectionAnswer(
                        section.title(),
                        section.rows().stream()
                                .filter(one -> isIn(catalogue, one))
                                .map(row)
                                .toList()))
                .toList();
    }

    private Optional<String> leftOut(ReleaseCatalogue catalogue) {
        List<String> labels = card.rows()
                .filter(row -> !isIn(catalogue, row))
                .map(ScorecardRow::label)
                .toList();
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of("This release has no such measures as these rows of the card, which are left out: "
                        + String.join("; ", labels) + ".");
    }

    private static boolean isIn(ReleaseCatalogue catalogue, ScorecardRow row) {
        return catalogue.indicator(row.indicator()).isPresent();
    }

    private static List<RowAnswer> rows(List<SectionAnswer> sections) {
        return sections.stream().flatMap(section -> section.rows().stream()).toList();
    }
}
