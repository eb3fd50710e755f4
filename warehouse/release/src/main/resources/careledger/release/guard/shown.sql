-- One row a figure that a release shows: the headline of today of one indicator, area, period, breakdown and kind of value.
-- Actual, provisional and previously reported values are one kind.
CREATE TEMP TABLE release_shown AS
SELECT
    indicator_id,
    area_id,
    breakdown_id,
    period_id,
    period_end,
    CASE WHEN value_kind IN ('TARGET', 'FORECAST') THEN value_kind ELSE 'FIGURE' END AS kind,
    unit,
    value
FROM release_fact_observation
JOIN release_dim_period USING (period_id)
JOIN release_dim_indicator USING (indicator_id)
WHERE headline_from IS NOT NULL AND headline_to IS NULL
