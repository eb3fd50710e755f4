package careledger.warehouse.question.catalogue;

/** @param relation the difference in words */
public record RelatedEntry(String indicatorId, String relation) {}
