package careledger.answers.catalogue;

/** A topic of a release. */
public record TopicEntry(String id, String title, int indicatorCount) {}
