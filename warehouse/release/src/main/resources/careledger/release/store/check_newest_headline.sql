-- Golden question. One row an indicator that has claims and never had a headline, in words.
SELECT indicator_id || ' has ' || count(*) || ' claims and no headline.' AS problem
FROM fact_observation
GROUP BY indicator_id
HAVING count(headline_from) = 0
ORDER BY problem
