package careledger.schema.observation;

/** A printed judgement. */
public enum Rag {
    RED,
    AMBER,
    GREEN
}
