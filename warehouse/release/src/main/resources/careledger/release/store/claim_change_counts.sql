-- One row: how many claims were added, removed and changed.
SELECT
    count(*) FILTER (kind = 'ADDED') AS added,
    count(*) FILTER (kind = 'REMOVED') AS removed,
    count(*) FILTER (kind = 'CHANGED') AS changed
FROM claim_change
