/** What is said about the delivered figures, read as a committee would. */
@org.jspecify.annotations.NullMarked
package careledger.etl.said;
