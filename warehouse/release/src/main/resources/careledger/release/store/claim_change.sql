-- One row a claim that one of two releases states otherwise than the other; the headline's dates and ranks are no statement.
-- Reads the views before_fact_observation and after_fact_observation.
CREATE TEMP TABLE claim_change AS
SELECT
    claim_id,
    CASE
        WHEN before.indicator_id IS NULL THEN 'ADDED'
        WHEN after.indicator_id IS NULL THEN 'REMOVED'
        ELSE 'CHANGED'
    END AS kind,
    before.indicator_id AS before_indicator_id,
    before.definition_id AS before_definition_id,
    before.area_id AS before_area_id,
    before.period_id AS before_period_id,
    before.breakdown_id AS before_breakdown_id,
    before.value_kind AS before_value_kind,
    before.status AS before_status,
    before.value AS before_value,
    after.indicator_id AS after_indicator_id,
    after.definition_id AS after_definition_id,
    after.area_id AS after_area_id,
    after.period_id AS after_period_id,
    after.breakdown_id AS after_breakdown_id,
    after.value_kind AS after_value_kind,
    after.status AS after_status,
    after.value AS after_value,
    list_filter(
        [
            CASE WHEN before.source_id IS DISTINCT FROM after.source_id THEN 'source_id' END,
            CASE WHEN before.indicator_id IS DISTINCT FROM after.indicator_id THEN 'indicator_id' END,
            CASE WHEN before.definition_id IS DISTINCT FROM after.definition_id THEN 'definition_id' END,
            CASE WHEN before.segment_id IS DISTINCT FROM after.segment_id THEN 'segment_id' END,
            CASE WHEN before.area_id IS DISTINCT FROM after.area_id THEN 'area_id' END,
            CASE WHEN before.period_id IS DISTINCT FROM after.period_id THEN 'period_id' END,
            CASE WHEN before.breakdown_id IS DISTINCT FROM after.breakdown_id THEN 'breakdown_id' END,
            CASE WHEN before.value_kind IS DISTINCT FROM after.value_kind THEN 'value_kind' END,
            CASE WHEN before.status IS DISTINCT FROM after.status THEN 'status' END,
            CASE WHEN before.value IS DISTINCT FROM after.value THEN 'value' END,
            CASE WHEN before.value_decimals IS DISTINCT FROM after.value_decimals THEN 'value_decimals' END,
            CASE WHEN before.numerator IS DISTINCT FROM after.numerator THEN 'numerator' END,
            CASE WHEN before.denominator IS DISTINCT FROM after.denominator THEN 'denominator' END,
            CASE WHEN before.quartile IS DISTINCT FROM after.quartile THEN 'quartile' END,
            CASE WHEN before.rag IS DISTINCT FROM after.rag THEN 'rag' END,
            CASE WHEN before.direction IS DISTINCT FROM after.direction THEN 'direction' END,
            CASE WHEN before.band IS DISTINCT FROM after.band THEN 'band' END,
            CASE WHEN before.caveat IS DISTINCT FROM after.caveat THEN 'caveat' END,
            CASE WHEN before.period_note IS DISTINCT FROM after.period_note THEN 'period_note' END,
            CASE WHEN before.quality_note IS DISTINCT FROM after.quality_note THEN 'quality_note' END,
            CASE WHEN before.known_from IS DISTINCT FROM after.known_from THEN 'known_from' END
        ],
        lambda name: name IS NOT NULL
    ) AS columns
FROM before_fact_observation AS before
FULL JOIN after_fact_observation AS after USING (claim_id)
WHERE len(columns) > 0
