-- One row a file with more or fewer rows refused than in the served release; rows that its mapping leaves out are none.
WITH refused AS (
    SELECT file, line, 1 AS served, 0 AS staged
    FROM served_fact_rejection
    WHERE rule <> 'left-out'
    UNION
    SELECT file, line, 0 AS served, 1 AS staged
    FROM staged_fact_rejection
    WHERE rule <> 'left-out'
)
SELECT file, sum(served)::BIGINT AS before, sum(staged)::BIGINT AS now
FROM refused
GROUP BY file
HAVING before <> now
ORDER BY now - before DESC, file
