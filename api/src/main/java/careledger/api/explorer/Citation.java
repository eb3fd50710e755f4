package careledger.api.explorer;

/** How to name what a page shows: what, in which version of the data, at which address. */
final class Citation {
    private Citation() {}

    static String of(String title, PageVisit visit) {
        String address = visit.base().isEmpty()
                ? ""
                : ", " + visit.base() + visit.address().link();
        return title + ". Care Ledger, data version " + visit.release().version() + address + ".";
    }
}
