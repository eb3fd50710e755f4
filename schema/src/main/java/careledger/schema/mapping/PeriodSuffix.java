package careledger.schema.mapping;

import careledger.schema.observation.ValueKind;
import java.util.Optional;

/**
 * What words behind a printed year mean, such as {@code (OT)} or {@code (prov)}.
 *
 * @param text as it is printed
 * @param valueKind of the figures, where the words say one
 * @param note that is kept beside the period
 */
public record PeriodSuffix(String text, Optional<ValueKind> valueKind, Optional<String> note) {}
