package careledger.api.explorer.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The scale of time, from one day to another over some width. */
record TimeAxis(LocalDate first, LocalDate last, double left, double right) {
    private static final long LEAST_DAYS = 700;
    private static final double MARGIN = 0.03;

    /** @param days sorted, at least one */
    static TimeAxis of(List<LocalDate> days, double left, double right) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        long missing = LEAST_DAYS - ChronoUnit.DAYS.between(first, last);
        if (missing > 0) {
            first = first.minusDays(missing / 2);
            last = last.plusDays(missing / 2);
        }
        double margin = (right - left) * MARGIN;
        return new TimeAxis(first, last, left + margin, right - margin / 3);
    }

    double x(LocalDate day) {
        double part = (double) ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
        return left + part * (right - left);
    }

    /** A mark in each year, or in every second, third … where they would touch; the newest year has one. */
    List<YearMark> marks(int month, int day, boolean firstYear, double size) {
        List<YearMark> all = new ArrayList<>();
        for (int year = first.getYear(); year <= last.getYear(); year++) {
            LocalDate at = LocalDate.of(year, month, 1);
            at = at.withDayOfMonth(Math.min(day, at.lengthOfMonth()));
            if (!at.isBefore(first) && !at.isAfter(last)) {
                all.add(new YearMark(at, label(year, firstYear)));
            }
        }
        double widest = all.stream()
                .mapToDouble(mark -> TextWidth.of(mark.text(), size))
                .max()
                .orElse(0);
        double apart =
                all.size() < 2 ? widest * 2 : x(all.get(1).at()) - x(all.get(0).at());
        int every = Math.max(1, (int) Math.ceil((widest + size * 0.6) / apart));
        List<YearMark> shown = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i -= every) {
            shown.add(0, all.get(i));
        }
        return shown;
    }

    private static String label(int year, boolean firstYear) {
        return firstYear ? "%d-%02d".formatted(year - 1, year % 100) : Integer.toString(year);
    }

    record YearMark(LocalDate at, String text) {}
}
