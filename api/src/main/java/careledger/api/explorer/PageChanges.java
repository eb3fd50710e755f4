package careledger.api.explorer;

import careledger.api.explorer.file.FileTable;
import careledger.api.notice.Notices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which rows of a page's tables differ from those of the same page made of another release. */
final class PageChanges {
    private PageChanges() {}

    /** Each row that is new or different, and each that is gone, in words; empty where the page has no tables. */
    static List<String> between(PageContent then, PageContent now) {
        if (!(then.model() instanceof Tabulated before) || !(now.model() instanceof Tabulated after)) {
            return List.of();
        }
        FileVisit visit = new FileVisit("", Notices.NONE, Optional.empty());
        List<FileTable> old = before.tables(visit);
        List<FileTable> current = after.tables(visit);
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < Math.max(old.size(), current.size()); i++) {
            compare(i < old.size() ? old.get(i) : null, i < current.size() ? current.get(i) : null, changed);
        }
        return changed;
    }

    private static void compare(@Nullable FileTable then, @Nullable FileTable now, List<String> changed) {
        List<@Nullable Object[]> old = then == null ? List.of() : then.rows();
        List<@Nullable Object[]> current = now == null ? List.of() : now.rows();
        Set<List<@Nullable Object>> known = old.stream().map(Arrays::asList).collect(Collectors.toSet());
        Set<List<@Nullable Object>> still = current.stream().map(Arrays::asList).collect(Collectors.toSet());
        List<@Nullable Object[]> gone =
                old.stream().filter(row -> !still.contains(Arrays.asList(row))).toList();
        List<@Nullable Object[]> fresh = current.stream()
                .filter(row -> !known.contains(Arrays.asList(row)))
                .toList();
        for (@Nullable Object[] row : fresh) {
            List<@Nullable Object[]> same = named(row, gone);
            changed.add(
                    same.size() == 1 && named(row, fresh).size() == 1 && then != null && now != null
                            ? difference(now, same.get(0), row)
                            : "New: " + words(row) + ".");
        }
        for (@Nullable Object[] row : gone) {
            if (named(row, fresh).size() != 1 || named(row, gone).size() != 1) {
                changed.add("Gone: " + words(row) + ".");
            }
        }
    }

    private static List<@Nullable Object[]> named(@Nullable Object[] row, List<@Nullable Object[]> among) {
        return among.stream().filter(other -> Objects.equals(other[0], row[0])).toList();
    }

    private static String difference(FileTable table, @Nullable Object[] then, @Nullable Object[] now) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i < Math.min(then.length, now.length); i++) {
            if (!Objects.equals(then[i], now[i])) {
                cells.add(table.columns().get(i).title() + " " + word(then[i]) + ", now " + word(now[i]));
            }
        }
        return word(now[0]) + ": " + String.join("; ", cells) + ".";
    }

    private static String words(@Nullable Object[] row) {
        return Arrays.stream(row)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(cell -> !cell.isEmpty())
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    private static String word(@Nullable Object cell) {
        return cell == null || cell.toString().isEmpty() ? "(empty)" : cell.toString();
    }
}
