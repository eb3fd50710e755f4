-- One row a claim that says otherwise than its definition, period or source about what is copied from them, in words.
SELECT claim_id || ' is of ' || claim.indicator_id || ', segment ' || claim.segment_id || '; its definition '
    || definition_id || ' is of ' || definition.indicator_id || ', segment ' || definition.segment_id || '.' AS problem
FROM fact_observation AS claim
JOIN dim_definition AS definition USING (definition_id)
WHERE claim.indicator_id <> definition.indicator_id OR claim.segment_id <> definition.segment_id
UNION ALL
SELECT claim_id || ' is of the reporting year ' || claim.reporting_year || '; its period ' || period_id || ' is of '
    || period.reporting_year || '.'
FROM fact_observation AS claim
JOIN dim_period AS period USING (period_id)
WHERE claim.reporting_year <> period.reporting_year
UNION ALL
SELECT claim_id || ' is known from ' || known_from || '; its source ' || source_id || ' was published on '
    || published_on || '.'
FROM fact_observation
JOIN dim_source USING (source_id)
WHERE known_from <> published_on
ORDER BY problem
