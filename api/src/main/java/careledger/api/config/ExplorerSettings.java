package careledger.api.config;

import careledger.api.notice.NoticeFile;
import careledger.api.notice.Notices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Details of the council shown on the pages, below {@code careledger.explorer}.
 *
 * @param council name of the council; that of the focus area where it is empty
 * @param contact whom to write to about the figures, as an e-mail address; empty where nobody is named
 * @param mistakes where a mistake can be reported: an e-mail address or an https address; the contact where it is empty
 * @param notices path of the file with corrections and reviews; empty where there is none
 * @param help whom a young person can tell
 */
public record ExplorerSettings(
        @DefaultValue("") String council,
        @DefaultValue("") String contact,
        @DefaultValue("") String mistakes,
        @DefaultValue("") String notices,
        @DefaultValue List<Help> help) {
    private static final List<Help> NATIONAL = List.of(
            new Help("Childline", "0800 1111", "Free, day and night, about anything.", "https://www.childline.org.uk"),
            new Help(
                    "Help at Hand, the Children’s Commissioner’s team",
                    "0800 528 0731",
                    "Free advice for children in care and care leavers.",
                    "https://www.childrenscommissioner.gov.uk/help-at-hand/"));

    public ExplorerSettings {
        help = help.isEmpty() ? NATIONAL : List.copyOf(help);
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!contact.isEmpty() && !contact.contains("@")) {
            problems.add("careledger.explorer.contact is an e-mail address, found '" + contact + "'");
        }
        if (!mistakes.isEmpty() && !mistakes.contains("@") && !mistakes.startsWith("https://")) {
            problems.add(
                    "careledger.explorer.mistakes is an e-mail address or an https address, found '" + mistakes + "'");
        }
        try {
            shownNotices();
        } catch (IllegalArgumentException e) {
            problems.add("careledger.explorer.notices: " + e.getMessage());
        }
        help.forEach(one -> problems.addAll(one.problems()));
        return problems;
    }

    Notices shownNotices() {
        return notices.isEmpty() ? Notices.NONE : NoticeFile.read(Path.of(notices));
    }

    /** The link under which a mistake can be reported; empty where nobody is named. */
    public String mistakesLink() {
        String place = mistakes.isEmpty() ? contact : mistakes;
        return place.contains("@") ? "mailto:" + place : place;
    }

    /**
     * Somebody to tell.
     *
     * @param name of the person or service
     * @param phone as it is dialled; may be empty
     * @param text what they are there for
     * @param address of their page, https; may be empty
     */
    public record Help(
            String name,
            @DefaultValue("") String phone,
            @DefaultValue("") String text,
            @DefaultValue("") String address) {
        List<String> problems() {
            return address.isEmpty() || address.startsWith("https://")
                    ? List.of()
                    : List.of("careledger.explorer.help.address of '" + name + "' is an https address, found '"
                            + address + "'");
        }
    }
}
