package careledger.api.explorer;

/** How to name what a page shows: what, in which version of the data, at which address, which is answered from it. */
final class Citation {
    private Citation() {}

    static String of(String title, PageVisit visit) {
        return title + ". " + of(visit);
    }

    /** After what was named already. */
    static String of(PageVisit visit) {
        String address = visit.base().isEmpty()
                ? ""
                : ", " + visit.base()
                        + visit.address()
                                .with(Route.RELEASE, visit.release().version())
                                .link();
        return "Care Ledger, data version " + visit.release().version() + address + ".";
    }
}
