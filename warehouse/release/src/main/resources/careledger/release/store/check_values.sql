-- One row a claim that has a value without status NORMAL, or the other way round, in words.
SELECT claim_id || ' has status ' || status || ' and ' || coalesce('the value ' || value, 'no value') || '.' AS problem
FROM fact_observation
WHERE (value IS NULL) = (status = 'NORMAL')
ORDER BY problem
