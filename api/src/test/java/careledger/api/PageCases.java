package careledger.api;

import careledger.api.explorer.Route;
import careledger.api.explorer.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pages to try, of every route and in every state, over the sample's series. A new route does not compile before it has
 * its cases here.
 */
record PageCases(String claim) {
    /**
     * @param name for the file of its picture
     * @param status expected
     */
    record PageCase(String name, String path, int status) {
        @Override
        public String toString() {
            return name + " " + path;
        }
    }

    List<PageCase> all() {
        List<PageCase> cases = new ArrayList<>();
        for (Route route : Route.values()) {
            of(route).forEach(cases::add);
        }
        return cases;
    }

    /** The cases of one route. */
    Stream<PageCase> of(Route route) {
        return switch (route) {
            case FRONT -> Stream.of(ok("front", "/"));
            case SEARCH ->
                Stream.of(
                        ok("search", "/search?q=dentist"),
                        ok("search-empty", "/search"),
                        ok("search-nothing", "/search?q=zzzzzz"),
                        ok("search-script", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E"));
            case TOPICS -> Stream.of(ok("topics", "/topics"));
            case TOPIC -> Stream.of(ok("topic", "/topics/health"), unknown("topic-unknown", "/topics/helth"));
            case INDICATOR ->
                Stream.of(
                        ok("indicator", "/indicators/dental_check_pct"),
                        ok("indicator-all-years", "/indicators/dental_check_pct?from=all"),
                        ok("indicator-then", "/indicators/dental_check_pct?as-of=2020-01-31"),
                        ok("indicator-earlier", "/indicators/dental_check_pct?release=" + PageService.EARLIER),
                        ok("indicator-gone", "/indicators/dental_check_pct?release=" + PageService.GONE),
                        ok("indicator-count", "/indicators/cic_count"),
                        ok("indicator-parts", "/indicators/cic_review_participation_type_count"),
                        ok("indicator-other-area", "/indicators/dental_check_pct?area=E92000001"),
                        ok("indicator-no-figure", "/indicators/cic_rate_per_10k"),
                        ok("indicator-long-title", "/indicators/ks2_rwm_expected_fsm_pct"),
                        unknown("indicator-unknown", "/indicators/dental_chek_pct"),
                        unknown("indicator-unknown-area", "/indicators/cic_count?area=E1000001"),
                        new PageCase("indicator-bad-day", "/indicators/cic_count?as-of=yesterday", 400));
            case COMPARE ->
                Stream.of(
                        ok("compare", "/indicators/dental_check_pct/compare"),
                        ok("compare-count", "/indicators/cic_count/compare"),
                        ok(
                                "compare-measures",
                                "/indicators/dental_check_pct/compare?measures=health_assessment_pct,cic_count"),
                        unknown("compare-unknown-measure", "/indicators/dental_check_pct/compare?measures=cic_cuont"),
                        ok("compare-nothing", "/indicators/cic_rate_per_10k/compare"),
                        unknown("compare-unknown-with", "/indicators/dental_check_pct/compare?with=Nowhere"));
            case DEFINITIONS -> Stream.of(ok("definitions", "/indicators/dental_check_pct/definitions"));
            case HISTORY -> Stream.of(ok("history", "/indicators/cic_count/history"));
            case FIGURE ->
                Stream.of(ok("figure", Words.figureLink(claim)), unknown("figure-unknown", "/figures/0123456789ab"));
            case SCORECARDS -> Stream.of(ok("scorecards", "/scorecards"));
            case SCORECARD ->
                Stream.of(
                        ok("scorecard", "/scorecards/corporate-parenting-board"),
                        unknown("scorecard-unknown", "/scorecards/corporate-parents"));
            case PACK ->
                Stream.of(
                        ok("pack", "/scorecards/corporate-parenting-board/pack"),
                        unknown("pack-unknown", "/scorecards/corporate-parents/pack"));
            case AREAS -> Stream.of(ok("areas", "/areas"));
            case AREA ->
                Stream.of(
                        ok("area", "/areas/E10000018"),
                        ok("area-no-figure", "/areas/E09000001"),
                        unknown("area-unknown", "/areas/E1000001"));
            case CHANGES -> Stream.of(ok("changes", "/changes"), ok("changes-since", "/changes?since=2019-09-01"));
            case SOURCES -> Stream.of(ok("sources", "/sources"));
            case SOURCE -> Stream.of(unknown("source-unknown", "/sources/none"));
            case YOUNG_PEOPLE -> Stream.of(ok("young-people", "/young-people"));
            case WORDS -> Stream.of(ok("words", "/words"));
            case DATA -> Stream.of(ok("data", "/data"));
            case RUNS -> Stream.of(ok("runs", "/data/runs"));
            case REJECTIONS ->
                Stream.of(
                        ok("rejections", "/data/rejections"),
                        unknown("rejections-unknown", "/data/rejections?run=none"));
            case CONFLICTS -> Stream.of(ok("conflicts", "/data/conflicts"));
            case RELEASES -> Stream.of(ok("releases", "/data/releases"));
            case RELEASE_DIFFERENCE ->
                Stream.of(
                        ok("difference", "/data/releases/series-1..series-1"),
                        unknown("difference-unknown", "/data/releases/series-1..none"),
                        new PageCase("difference-one", "/data/releases/series-1", 400));
            case ACCESSIBILITY -> Stream.of(ok("accessibility", "/accessibility"));
        };
    }

    private static PageCase ok(String name, String path) {
        return new PageCase(name, path, 200);
    }

    private static PageCase unknown(String name, String path) {
        return new PageCase(name, path, 404);
    }
}
