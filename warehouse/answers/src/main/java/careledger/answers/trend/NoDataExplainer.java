package careledger.answers.trend;

import careledger.answers.catalogue.AreaEntry;
import careledger.answers.catalogue.DimensionEntry;
import careledger.answers.catalogue.IndicatorEntry;
import careledger.answers.catalogue.MemberEntry;
import careledger.answers.catalogue.ReleaseCatalogue;
import careledger.answers.judgement.FigureFormat;
import careledger.answers.observation.BreakdownScope;
import careledger.answers.observation.EmptyResultExplainer;
import careledger.answers.observation.FigureQuery;
import careledger.answers.observation.FilterDraft;
import careledger.answers.observation.MemberFilter;
import careledger.answers.observation.Observation;
import careledger.answers.observation.ObservationQuery;
import careledger.answers.query.Sql;
import careledger.schema.catalogue.AreaKind;
import careledger.schema.observation.ValueKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What to say where figures asked for were never published, and what exists instead. */
record NoDataExplainer(IndicatorEntry indicator, TrendQuery question, Sql sql, ReleaseCatalogue catalogue) {
    private static final int ROWS_LOOKED_AT = 2000;
    private static final int MEMBERS_NAMED = 8;

    /** In place of the main message, where the first area has no point. */
    TrendMessage message() throws SQLException {
        AreaEntry area = catalogue.area(question.areas().get(0)).orElseThrow();
        String why = new EmptyResultExplainer(question.firstArea(), sql, catalogue)
                .describe()
                .replaceFirst("^No figures\\. ", "");
        String start = "No figures were found " + TrendPhrases.where(area) + ".";
        return new TrendMessage(
                FigureFormat.capital(indicator.title()) + " " + TrendPhrases.where(area) + ": no figures were found. "
                        + why + breakdowns(area),
                TrendSummary.only(start));
    }

    /** Figures, targets and forecasts of all breakdowns, for the periods asked about: of the first area, and of no other authority. */
    List<Observation> everything() throws SQLException {
        List<Observation> all =
                new ArrayList<>(figures(draft().areas(question.areas().get(0))));
        figures(draft().areaKinds(AreaKind.COUNTRY, AreaKind.REGION, AreaKind.NEIGHBOUR_GROUP, AreaKind.OTHER)).stream()
                .filter(figure -> !figure.area().equals(question.areas().get(0)))
                .forEach(all::add);
        return all;
    }

    private FilterDraft draft() {
        return new FilterDraft()
                .indicators(indicator.id())
                .breakdowns(BreakdownScope.ALL)
                .valueKinds(ValueKind.values())
                .ending(question.from(), question.to());
    }

    private List<Observation> figures(FilterDraft draft) throws SQLException {
        return new FigureQuery(new ObservationQuery(draft.filter(), question.asOf()), ROWS_LOOKED_AT)
                .answer(sql, catalogue.attributes());
    }

    /** How the breakdowns that exist are asked for; nothing where a breakdown was found. */
    private String breakdowns(AreaEntry area) throws SQLException {
        List<Observation> rows = figures(draft().areas(area.id()));
        Set<List<String>> dimensions = rows.stream()
                .map(NoDataExplainer::dimensions)
                .filter(list -> !list.isEmpty() && !list.equals(asked()))
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(String::valueOf))));
        return dimensions.stream()
                .map(list -> " Ask with breakdown: ["
                        + list.stream()
                                .map(dimension -> "{dimension: \"" + dimension + "\", members: ["
                                        + members(rows, list, dimension) + "]}")
                                .collect(Collectors.joining(", "))
                        + "].")
                .collect(Collectors.joining());
    }

    private List<String> asked() {
        return question.breakdown().stream()
                .map(MemberFilter::dimension)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> dimensions(Observation row) {
        return row.breakdown().equals("total")
                ? List.of()
                : List.of(row.breakdown().split(";", -1)).stream()
                        .map(pair -> pair.substring(0, pair.indexOf('=')))
                        .toList();
    }

    private static String members(List<Observation> rows, List<String> dimensions, String dimension) {
        List<String> members = rows.stream()
                .filter(row -> dimensions(row).equals(dimensions))
                .map(row -> member(row, dimension))
                .distinct()
                .toList();
        String named = members.subList(0, Math.min(MEMBERS_NAMED, members.size())).stream()
                .map(member -> "\"" + member + "\"")
                .collect(Collectors.joining(", "));
        return members.size() > MEMBERS_NAMED ? named + ", and " + (members.size() - MEMBERS_NAMED) + " more" : named;
    }

    private static String member(Observation row, String dimension) {
        for (String pair : row.breakdown().split(";", -1)) {
            if (pair.startsWith(dimension + "=")) {
                return pair.substring(dimension.length() + 1);
            }
        }
        throw new IllegalArgumentException("'" + row.breakdown() + "' has no " + dimension);
    }

    /** Areas and members that were asked for and have no line. */
    List<String> notes(List<TrendLine> lines) {
        List<String> notes = new ArrayList<>();
        for (String area : question.areas()) {
            List<TrendLine> own =
                    lines.stream().filter(line -> line.area().id().equals(area)).toList();
            if (own.isEmpty()) {
                notes.add("There is no figure "
                        + TrendPhrases.where(catalogue.area(area).orElseThrow())
                        + " for this breakdown and these periods.");
                continue;
            }
            for (MemberFilter wanted : question.breakdown()) {
                wanted.members().stream()
                        .filter(member -> own.stream().noneMatch(line -> (";" + line.breakdown() + ";")
                                .contains(";" + wanted.dimension() + "=" + member + ";")))
                        .distinct()
                        .forEach(member -> notes.add(own.get(0).area().name() + ": there is no figure of "
                                + title(wanted.dimension(), member) + " for these periods."));
            }
        }
        return notes;
    }

    private String title(String dimension, String member) {
        Optional<DimensionEntry> known = catalogue.dimension(dimension);
        return known.map(DimensionEntry::title).orElse(dimension) + ": "
                + known.flatMap(entry -> entry.member(member))
                        .map(MemberEntry::title)
                        .orElse(member);
    }
}
