package careledger.answers.catalogue;

/** @param order reading order within the dimension, from 1 */
public record MemberEntry(String id, String title, int order) {}
