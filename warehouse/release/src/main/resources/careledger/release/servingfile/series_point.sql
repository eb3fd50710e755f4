-- One row a claim that is today's headline and has a value: the points that lines are made of.
CREATE TEMP VIEW series_point AS
SELECT
    claim_id,
    indicator_id || '|' || area_id || '|' || breakdown_id AS series_key,
    kind AS period_kind,
    segment_id,
    segment_id IN (SELECT segment_id FROM parquet_dim_definition WHERE is_primary) AS is_primary,
    period_start,
    period_end
FROM served_claim
JOIN parquet_dim_period USING (period_id)
WHERE headline_from IS NOT NULL
    AND headline_to IS NULL
    AND value IS NOT NULL
    AND value_kind NOT IN ('TARGET', 'FORECAST')
