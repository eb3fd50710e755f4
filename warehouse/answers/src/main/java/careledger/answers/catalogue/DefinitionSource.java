package careledger.answers.catalogue;

/** A document that measures by a definition, in its own words. */
public record DefinitionSource(String source, String wording) {}
