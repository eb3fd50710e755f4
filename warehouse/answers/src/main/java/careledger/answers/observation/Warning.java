package careledger.answers.observation;

/** @param message for people, in whole sentences */
public record Warning(WarningCode code, String message) {}
