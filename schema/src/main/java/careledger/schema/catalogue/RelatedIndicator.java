package careledger.schema.catalogue;

/** An indicator that measures nearly the same thing, with the difference in words. */
public record RelatedIndicator(String indicator, String relation) {}
