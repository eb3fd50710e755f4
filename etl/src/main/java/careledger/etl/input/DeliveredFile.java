package careledger.etl.input;

/**
 * A file that lies in a delivery.
 *
 * @param path below the extracts root, with slashes
 * @param name below the delivery's folder
 * @param sha256 of its bytes, in hex
 */
public record DeliveredFile(String path, String name, long bytes, String sha256) {}
