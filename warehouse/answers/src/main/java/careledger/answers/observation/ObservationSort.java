package careledger.answers.observation;

import static careledger.answers.observation.ObservationTable.*;

import java.util.List;

/** Orders of rows; a value that is not there comes last either way. */
public enum ObservationSort {
    INDICATOR,
    AREA,
    BREAKDOWN,
    PERIOD,
    PERIOD_DESC,
    VALUE,
    VALUE_DESC;

    List<SortKey<?>> keys() {
        return switch (this) {
            case INDICATOR -> List.of(SortKey.up(INDICATOR_ID));
            case AREA -> List.of(SortKey.up(AREA_ID));
            case BREAKDOWN -> List.of(SortKey.up(BREAKDOWN_ID));
            case PERIOD -> List.of(SortKey.up(PERIOD_END), SortKey.up(PERIOD_ID));
            case PERIOD_DESC -> List.of(SortKey.down(PERIOD_END), SortKey.down(PERIOD_ID));
            case VALUE -> List.of(SortKey.up(ABSENT), SortKey.up(PRESENT_VALUE));
            case VALUE_DESC -> List.of(SortKey.up(ABSENT), SortKey.down(PRESENT_VALUE));
        };
    }
}
