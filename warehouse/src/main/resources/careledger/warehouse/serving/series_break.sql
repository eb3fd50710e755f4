-- One row a claim that is or was a headline and has a point before it in its series (indicator, area, breakdown).
-- The point before it is the newest one that was the headline of an earlier period on the claim's last day as headline.
CREATE TEMP TABLE series_break AS
WITH point AS (
    SELECT
        claim_id, indicator_id, area_id, breakdown_id, segment_id, period_start, period_end,
        headline_from, coalesce(headline_to, DATE 'infinity') AS headline_to
    FROM parquet_fact_observation
    JOIN parquet_dim_period USING (period_id)
    WHERE headline_from IS NOT NULL AND value_kind NOT IN ('TARGET', 'FORECAST')
)
SELECT
    point.claim_id,
    max_by(earlier.segment_id, (earlier.period_end, earlier.period_start, earlier.claim_id))
        <> any_value(point.segment_id) AS break_before
FROM point
JOIN point AS earlier
    ON earlier.indicator_id = point.indicator_id
    AND earlier.area_id = point.area_id
    AND earlier.breakdown_id = point.breakdown_id
    AND earlier.period_end < point.period_end
    AND earlier.headline_from < point.headline_to
    AND earlier.headline_to >= point.headline_to
GROUP BY point.claim_id
