-- One row an indicator that has claims and whose newest headline cannot be read out, in words.
SELECT
    indicator_id || CASE
        WHEN count(headline_from) = 0 THEN ' has claims and no headline.'
        ELSE ' has a newest headline without a text.'
    END AS problem
FROM observation
GROUP BY indicator_id
HAVING count(headline_from) = 0
    OR bool_or(value_text IS NULL)
ORDER BY problem
