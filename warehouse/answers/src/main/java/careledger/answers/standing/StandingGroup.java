package careledger.answers.standing;

/** Whom an area is ranked among. */
public enum StandingGroup {
    /** The statistical neighbours of the newest model, and the area. */
    NEIGHBOURS,
    /** Every authority that has a figure. */
    AUTHORITIES
}
