package careledger.api.explorer;

import careledger.api.notice.Notices;

/**
 * One request for a file of a page.
 *
 * @param base address of the service, which links begin with
 * @param notices corrections and reviews to be shown
 */
public record FileVisit(String base, Notices notices) {}
