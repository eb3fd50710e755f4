-- One row a conflict that one release holds and another does not: the claim, and the one that is shown, in words.
SELECT
    claim.claim_id || ' (' || coalesce(claim.value::VARCHAR, claim.status) || ') against ' || shown.claim_id || ' ('
        || coalesce(shown.value::VARCHAR, shown.status) || '): '
        || concat_ws(', ', claim.indicator_id, claim.area_id, claim.period_id, claim.breakdown_id) AS conflict
FROM holding_fact_observation AS claim
JOIN holding_fact_observation AS shown ON shown.claim_id = claim.conflicts_with
WHERE NOT EXISTS (
    FROM lacking_fact_observation AS other
    WHERE other.claim_id = claim.claim_id AND other.conflicts_with = claim.conflicts_with
)
ORDER BY conflict
