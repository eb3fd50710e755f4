-- One row a claim of a series (indicator, area, breakdown) that holds a wanted claim, in the place of all claims.
-- Reads the view whole_fact_observation and the table wanted_claim.
CREATE TEMP TABLE parquet_fact_observation AS
SELECT *
FROM whole_fact_observation
WHERE (indicator_id, area_id, breakdown_id) IN (
    SELECT (indicator_id, area_id, breakdown_id) FROM whole_fact_observation JOIN wanted_claim USING (claim_id)
)
