-- Golden question. One row a source of whose files not as many claims were counted as it has, in words; files of several
-- sources are left out.
SELECT source_id || ' has ' || count(claim.claim_id) || ' claims from its own files; '
    || any_value(counted.claims) || ' were counted when they were read.' AS problem
FROM (
    SELECT source_id, sum(claims) AS claims FROM dim_extract WHERE source_id IS NOT NULL GROUP BY source_id
) AS counted
LEFT JOIN (
    SELECT claim_id, claim.source_id
    FROM fact_observation AS claim
    JOIN dim_extract AS extract USING (extract_id)
    WHERE extract.source_id IS NOT NULL
) AS claim USING (source_id)
GROUP BY source_id
HAVING count(claim.claim_id) <> any_value(counted.claims)
ORDER BY problem
