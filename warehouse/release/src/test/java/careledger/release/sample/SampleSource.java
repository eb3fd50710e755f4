package careledger.release.sample;

import java.time.LocalDate;
import java.util.Optional;

/** The documents of the sample release. */
public enum SampleSource {
    CYP_EXECUTIVE("cyp-executive-2008-10", "Report to the Executive, October 2008", "2008-10-31", "LOCAL_REPORT"),
    MARKET_POSITION("market-position-2016-06", "Market Position Statement", "2016-06-30", "LOCAL_REPORT"),
    PERFORMANCE_Q1("performance-2019-20-q1", "Quarter 1 performance dashboard", "2019-09-03", "LOCAL_REPORT"),
    IRO_ANNUAL(
            "iro-annual-2018-19", "Annual Report of the Independent Reviewing Officer", "2019-09-03", "LOCAL_REPORT"),
    ANNUAL_REPORT("annual-report-2019-20", "Annual Report 2019-2020", "2020-10-01", "LOCAL_REPORT"),
    DFE("dfe-looked-after-2025", "Children looked after in England 2025", "2025-11-20", "OFFICIAL_STATISTICS");

    private final String id;
    private final String title;
    private final LocalDate publishedOn;
    private final String authority;

    SampleSource(String id, String title, String publishedOn, String authority) {
        this.id = id;
        this.title = title;
        this.publishedOn = LocalDate.parse(publishedOn);
        this.authority = authority;
    }

    public static SampleSource of(String id) {
        for (SampleSource source : values()) {
            if (source.id.equals(id)) {
                return source;
            }
        }
        throw new IllegalArgumentException(id);
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public LocalDate publishedOn() {
        return publishedOn;
    }

    /** What of the day is not printed; empty where it is. */
    public Optional<String> publishedOnNote() {
        return this == MARKET_POSITION ? Optional.of("month printed, day not") : Optional.empty();
    }

    public String authority() {
        return authority;
    }

    public String extract() {
        return id + "/claims.csv";
    }
}
