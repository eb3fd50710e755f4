package careledger.warehouse.question.observation;

/** A figure, as far as it says of what series it is and how it was defined; all by their ids. */
public interface OfSeries {
    String indicator();

    String area();

    String breakdown();

    String definition();

    String segment();
}
