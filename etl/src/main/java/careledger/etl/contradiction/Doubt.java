package careledger.etl.contradiction;

/** What speaks against a figure. */
record Doubt(PrintedFigure figure, String note) {}
