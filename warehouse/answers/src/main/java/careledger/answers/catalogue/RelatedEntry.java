package careledger.answers.catalogue;

/** @param relation the difference in words */
public record RelatedEntry(String indicatorId, String relation) {}
