-- One row an extract whose claims are not as many as were counted when it was read, in words.
SELECT
    extract.extract_id || ' has ' || count(claim.claim_id) || ' claims; '
        || extract.claims || ' were counted when it was read.' AS problem
FROM dim_extract AS extract
LEFT JOIN fact_observation AS claim USING (extract_id)
GROUP BY extract.extract_id, extract.claims
HAVING count(claim.claim_id) <> extract.claims
ORDER BY problem
