package careledger.etl.headline;

import careledger.schema.star.HeadlineRule;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The decision of the headline rule on one claim.
 *
 * @param headlineFrom first day on which it is the headline; empty if it never is
 * @param headlineTo first day on which it no longer is; empty while it is
 * @param corroboratedBy other claims of its definition that agree to rounding
 * @param conflictsWith the claim shown for its definition, where they differ by more than rounding
 * @param outrankedBy the claim that is shown instead, today
 * @param rule why so
 */
public record Decision(
        String claim,
        Optional<LocalDate> headlineFrom,
        Optional<LocalDate> headlineTo,
        int corroboratedBy,
        Optional<String> conflictsWith,
        Optional<String> outrankedBy,
        Optional<HeadlineRule> rule) {}
