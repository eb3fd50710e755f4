package careledger.etl.store;

/**
 * A file in a listing.
 *
 * @param path below the folder that was listed, with slashes
 * @param version changes with the bytes: the entity tag of an object store, else the time of change
 */
record RemoteFile(String path, long bytes, String version) {}
