package careledger.etl.draft;

import careledger.schema.yaml.YamlFile;

/**
 * What something in an unknown file may be.
 *
 * @param value as extract.yaml writes it; the mark of a draft where a person has to say it
 * @param reason why, or what it might be
 */
public record Guess(String value, Confidence confidence, String reason) {
    static Guess sure(String value, String reason) {
        return new Guess(value, Confidence.SURE, reason);
    }

    static Guess likely(String value, String reason) {
        return new Guess(value, Confidence.LIKELY, reason);
    }

    static Guess unsure(String reason) {
        return new Guess(YamlFile.UNFINISHED, Confidence.UNSURE, reason);
    }

    public boolean open() {
        return confidence == Confidence.UNSURE;
    }
}
