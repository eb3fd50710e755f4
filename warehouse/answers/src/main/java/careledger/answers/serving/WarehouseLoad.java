package careledger.answers.serving;

/**
 * What the warehouse does now, and what it has done since it was opened.
 *
 * @param running questions that are being answered
 * @param waiting questions that wait for their turn
 * @param answered questions that were answered
 * @param timedOut questions that were given up at their deadline
 * @param hungUp questions that were given up, or left the queue, because nobody waited any more
 * @param refused questions that found the queue full, or waited too long
 * @param failed questions that DuckDB could not answer
 */
public record WarehouseLoad(
        int running, int waiting, long answered, long timedOut, long hungUp, long refused, long failed) {}
