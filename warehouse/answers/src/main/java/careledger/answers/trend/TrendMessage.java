package careledger.answers.trend;

/**
 * What a trend says first.
 *
 * @param headline in sentences
 * @param parts the same for a page
 */
record TrendMessage(String headline, TrendSummary parts) {}
