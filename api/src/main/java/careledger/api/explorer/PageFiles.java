package careledger.api.explorer;

import careledger.api.execution.RequestRelease;
import careledger.api.explorer.file.FileForm;
import careledger.api.explorer.file.PageFile;
import careledger.api.notice.Notices;
import careledger.api.spreadsheet.SheetTable.Note;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes pages as files: the tables of the page, and what a reader must know about them. */
final class PageFiles {
    private static final String STATUS =
            "[c] suppressed to protect individuals; [low] rounds to zero; [u] too few to be reliable; [x] not"
                    + " available; [z] not applicable; [p] provisional. A cell without a value is empty.";
    private static final String LICENCE =
            "The figures of the Department for Education contain public sector information"
                    + " licensed under the Open Government Licence v3.0"
                    + " (https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).";

    private PageFiles() {}

    static byte[] write(
            RequestedPage asked, PageContent content, RequestRelease release, FileForm form, Notices shown) {
        FileVisit visit = new FileVisit(asked.base(), shown, asked.address().choice(Route.RELEASE));
        if (!(content.model() instanceof Tabulated page)) {
            throw new IllegalStateException("the pages of " + asked.address().route() + " have files, but no tables");
        }
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("Title", content.title()));
        notes.addAll(page.notes(visit));
        notes.add(new Note("Status symbols", STATUS));
        notes.add(new Note("Licence", LICENCE));
        notes.add(new Note("Address", asked.base() + asked.address().link()));
        notes.add(new Note("Data version", release.version()));
        try {
            return new PageFile(content.title(), notes, page.tables(visit)).as(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
