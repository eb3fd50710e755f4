package careledger.etl.layout;

import careledger.etl.table.DeliveredTable.Part;
import careledger.etl.table.RejectionReason;
import careledger.schema.mapping.Delivery;
import careledger.schema.mapping.FileMapping;
import careledger.schema.mapping.TableForm;
import careledger.schema.problem.Rule;
import java.util.List;
import java.util.Optional;

/** Finds the files of a zip and the sheets of a workbook that no entry of extract.yaml names. */
final class UnmappedParts {
    private UnmappedParts() {}

    /** A refusal for each; only with the first table of a delivered file, so that each is reported once. */
    static List<RejectionReason> of(Delivery delivery, FileMapping mapping, List<Part> parts) {
        List<TableForm> entries = delivery.files().stream()
                .map(FileMapping::form)
                .filter(form -> form.delivered().equals(mapping.form().delivered()))
                .toList();
        boolean first =
                entries.stream().findFirst().filter(mapping.form()::equals).isPresent();
        return parts.stream()
                .filter(part -> first && entries.stream().noneMatch(form -> names(form, part, parts)))
                .map(UnmappedParts::unnamed)
                .toList();
    }

    private static boolean names(TableForm form, Part part, List<Part> parts) {
        Optional<String> named = part.sheet() ? form.sheet() : form.entry();
        return named.map(part.name()::equals).orElse(part.sheet() && parts.size() == 1);
    }

    private static RejectionReason unnamed(Part part) {
        String what = (part.hidden() ? "hidden " : "") + (part.sheet() ? "sheet" : "file");
        return RejectionReason.whole(
                Rule.FILE_UNMAPPED,
                "It also holds the " + what + " '" + part.name()
                        + "', which no entry names; add one, with 'layout: none' and the reason where it is not"
                        + " wanted.");
    }
}
