-- One row a series whose last period in the served release is later than in the staged one, in words.
WITH served AS (
    SELECT indicator_id, area_id, breakdown_id, max(period_end) AS last_day
    FROM served_shown
    WHERE kind = 'FIGURE'
    GROUP BY ALL
),
staged AS (
    SELECT indicator_id, area_id, breakdown_id, max(period_end) AS last_day
    FROM staged_shown
    WHERE kind = 'FIGURE'
    GROUP BY ALL
)
SELECT
    concat_ws(', ', indicator_id, area_id, breakdown_id) || ': the last figure is of ' || served.last_day
        || ', and would be ' || coalesce('of ' || staged.last_day, 'gone') AS found
FROM served
LEFT JOIN staged USING (indicator_id, area_id, breakdown_id)
WHERE staged.last_day IS NULL OR staged.last_day < served.last_day
ORDER BY found
