package careledger.answers.observation;

/** What is said about one figure has the figure's own measure, area and breakdown. */
public interface AboutFigure {
    Observation figure();

    default String indicator() {
        return figure().indicator();
    }

    default String indicatorTitle() {
        return figure().indicatorTitle();
    }

    default String area() {
        return figure().area();
    }

    default String areaName() {
        return figure().areaName();
    }

    default String breakdown() {
        return figure().breakdown();
    }

    default String breakdownLabel() {
        return figure().breakdownLabel();
    }
}
