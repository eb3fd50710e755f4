-- One row a claim about a part of a total in documents whose small counts are withheld: how many children it counts, and for a
-- share of how many. Inputs: the files of the tables named by ${}.
SELECT
    claim.claim_id,
    claim.indicator_id,
    claim.area_id,
    claim.period_id,
    claim.breakdown_id,
    CASE WHEN indicator.unit = 'COUNT' THEN claim.value ELSE claim.numerator END::DOUBLE AS counted,
    CASE WHEN indicator.unit <> 'COUNT' THEN claim.denominator END::DOUBLE AS base,
    claim.sibling_id,
    indicator.sibling_id AS sibling_indicator_id
FROM ${fact_observation} AS claim
JOIN ${dim_indicator} AS indicator USING (indicator_id)
JOIN ${dim_source} AS source USING (source_id)
WHERE source.authority IN (${authorities})
    AND claim.breakdown_id <> 'total'
ORDER BY claim.claim_id
