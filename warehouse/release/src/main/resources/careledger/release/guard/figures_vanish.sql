-- One row a figure that the served release shows and the staged one does not, or shows without its value, in words.
SELECT
    concat_ws(', ', served.indicator_id, served.area_id, served.period_id, served.breakdown_id)
        || ': ' || coalesce(served.value::VARCHAR, 'a symbol') || ' would be '
        || CASE WHEN staged.indicator_id IS NULL THEN 'gone' ELSE 'without a value' END AS found
FROM served_shown AS served
LEFT JOIN staged_shown AS staged USING (indicator_id, area_id, breakdown_id, period_id, kind)
WHERE staged.indicator_id IS NULL OR (served.value IS NOT NULL AND staged.value IS NULL)
ORDER BY found
