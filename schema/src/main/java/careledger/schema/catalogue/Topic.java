package careledger.schema.catalogue;

/** A subject that indicators are shelved under. */
public record Topic(String id, String title) {}
