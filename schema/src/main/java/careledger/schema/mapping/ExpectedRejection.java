package careledger.schema.mapping;

import careledger.schema.problem.Rule;

/**
 * Known rejections, reviewed by a person; the check reports only new ones.
 *
 * @param path of the file, below the extracts root
 * @param count how many rows or cells of the file the rule refuses
 * @param because why nothing can be done about them
 */
public record ExpectedRejection(String path, Rule rule, int count, String because) {}
