-- One row a claim whose days as headline cannot be, in words.
SELECT claim_id || ' is the headline from ' || headline_from || ' and was published on ' || known_from || '.' AS problem
FROM fact_observation
WHERE headline_from < known_from
UNION ALL
SELECT claim_id || ' ceases to be the headline on ' || headline_to || ', no later than it begins.'
FROM fact_observation
WHERE headline_to IS NOT NULL AND coalesce(headline_to <= headline_from, true)
UNION ALL
SELECT claim_id || ' is outranked by ' || coalesce(outranked_by, 'nothing') || ' under '
    || coalesce(outranked_rule, 'no rule') || '.'
FROM fact_observation
WHERE (outranked_by IS NULL) <> (outranked_rule IS NULL)
ORDER BY problem
