-- One row a claim that one of two releases states otherwise than the other; the headline's dates and ranks are no statement.
-- Reads the views before_fact_observation and after_fact_observation. The list that is filled in holds the name of each column
-- that both releases have and whose values differ.
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
            ${differing}
        ],
        lambda name: name IS NOT NULL
    ) AS columns
FROM before_fact_observation AS before
FULL JOIN after_fact_observation AS after USING (claim_id)
WHERE len(columns) > 0
