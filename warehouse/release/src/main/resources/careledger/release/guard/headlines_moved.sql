-- One row a figure that both releases show, with different values.
SELECT
    served.indicator_id,
    served.area_id,
    served.period_id,
    served.breakdown_id,
    served.kind,
    served.value AS before_value,
    staged.value AS after_value
FROM served_shown AS served
JOIN staged_shown AS staged USING (indicator_id, area_id, breakdown_id, period_id, kind)
WHERE served.value IS DISTINCT FROM staged.value
ORDER BY served.indicator_id, served.area_id, served.breakdown_id, served.period_end, served.period_id, served.kind
