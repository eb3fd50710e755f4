-- One row a claim that is or was a headline and has a point before it in its series (indicator, area, breakdown).
-- The point before today's headline is today's headline of the period before. The point before a former headline is that
-- of the newest period before among the headlines of its last day as headline.
CREATE TEMP TABLE series_break AS
WITH point AS (
    SELECT
        claim_id, indicator_id, area_id, breakdown_id, segment_id, period_start, period_end, headline_from, headline_to
    FROM parquet_fact_observation
    JOIN parquet_dim_period USING (period_id)
    WHERE headline_from IS NOT NULL AND value_kind NOT IN ('TARGET', 'FORECAST')
)
SELECT
    claim_id,
    segment_id <> lag(segment_id, 1, segment_id) OVER (
        PARTITION BY indicator_id, area_id, breakdown_id
        ORDER BY period_end, period_start, claim_id
    ) AS break_before
FROM point
WHERE headline_to IS NULL
UNION ALL
SELECT
    former.claim_id,
    max_by(earlier.segment_id, (earlier.period_end, earlier.period_start, earlier.claim_id))
        <> any_value(former.segment_id)
FROM point AS former
JOIN point AS earlier
    ON earlier.indicator_id = former.indicator_id
    AND earlier.area_id = former.area_id
    AND earlier.breakdown_id = former.breakdown_id
    AND earlier.period_end < former.period_end
    AND earlier.headline_from < former.headline_to
    AND coalesce(earlier.headline_to >= former.headline_to, true)
WHERE former.headline_to IS NOT NULL
GROUP BY former.claim_id
