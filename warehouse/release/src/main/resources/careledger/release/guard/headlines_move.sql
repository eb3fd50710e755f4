-- One row a figure that both releases show with values further apart than its unit's rule allows, in words.
SELECT
    concat_ws(', ', served.indicator_id, served.area_id, served.period_id, served.breakdown_id)
        || ': ' || served.value || ' would be ' || staged.value AS found
FROM served_shown AS served
JOIN staged_shown AS staged USING (indicator_id, area_id, breakdown_id, period_id, kind)
JOIN move_rule AS rule ON rule.unit = staged.unit
WHERE abs(staged.value - served.value) >= rule.at_least
    AND abs(staged.value - served.value)
        > CASE WHEN rule.absolute THEN rule.more ELSE abs(served.value) * rule.more / 100 END
ORDER BY found
