package careledger.api.explorer;

import careledger.schema.observation.ObsStatus;

/** Why a figure has no value, in words; the shorthand is that of UK official statistics. */
final class StatusWords {
    private StatusWords() {}

    static String words(ObsStatus status) {
        return switch (status) {
            case NORMAL -> "no figure";
            case CONFIDENTIAL -> "suppressed to protect individuals";
            case LOW -> "rounds to zero";
            case UNRELIABLE -> "too few to be reliable";
            case NOT_AVAILABLE -> "not available";
            case NOT_APPLICABLE -> "not applicable";
        };
    }
}
