-- One row a delivery that the served release has claims of and the staged one has none of, in words.
SELECT 'the delivery "' || delivery || '" has gone, and ' || count(*) || ' claims with it' AS found
FROM (SELECT split_part(file, '/', 1) AS delivery FROM served_fact_observation)
WHERE delivery NOT IN (SELECT split_part(file, '/', 1) FROM staged_fact_observation)
GROUP BY delivery
ORDER BY delivery
