-- One row a claim, with everything that an answer shows of it; sorted as series are read. The last column repeats what
-- is a figure's own as one JSON array. Two lists are filled in: the columns of fact_observation, passed on as they are, and
-- the packed columns, in the order in which ObservationColumn declares them. A qualifier that denies ("not significantly
-- changed") follows its number; any other goes before it. Pounds with pence have two decimals. Of the indicators from one to
-- another, which a statement names, so that sorting needs memory for a part of a release only. series_half numbers the
-- totals of a series (even) and its parts (odd): one number is found through an index, which two texts are not.
WITH rounded AS (
    SELECT
        fact.*,
        indicator.title AS indicator_title,
        indicator.topic_id,
        indicator.unit,
        indicator.decimals,
        indicator.polarity,
        indicator.measure_kind,
        CASE greatest(least(coalesce(fact.value_decimals, indicator.decimals), indicator.decimals), 0)
            WHEN 0 THEN fact.value::DECIMAL(18, 0)::VARCHAR
            WHEN 1 THEN fact.value::DECIMAL(18, 1)::VARCHAR
            WHEN 2 THEN fact.value::DECIMAL(18, 2)::VARCHAR
            WHEN 3 THEN fact.value::DECIMAL(18, 3)::VARCHAR
            WHEN 4 THEN fact.value::DECIMAL(18, 4)::VARCHAR
            WHEN 5 THEN fact.value::DECIMAL(18, 5)::VARCHAR
            ELSE fact.value::VARCHAR
        END AS digits
    FROM served_claim AS fact
    JOIN parquet_dim_indicator AS indicator USING (indicator_id)
    WHERE fact.indicator_id BETWEEN ? AND ?
),
claim AS (
    SELECT
        * EXCLUDE (digits),
        CASE WHEN digits LIKE '-%' THEN '-' ELSE '' END
            || CASE WHEN unit = 'GBP' THEN '£' ELSE '' END
            || format('{:,}', split_part(ltrim(digits, '-'), '.', 1)::BIGINT)
            || CASE WHEN contains(digits, '.') THEN '.' || split_part(digits, '.', 2) ELSE '' END
            || CASE WHEN unit = 'GBP' AND length(split_part(digits, '.', 2)) = 1 THEN '0' ELSE '' END AS figure,
        ltrim(digits, '-') = '1' AS is_one,
        numerator::DOUBLE AS events,
        denominator::DOUBLE AS population,
        CASE
            WHEN status = 'NORMAL'
                AND value_kind NOT IN ('TARGET', 'FORECAST')
                AND measure_kind IN ('FLOW', 'COHORT')
                AND quality_note IS NULL
                AND numerator >= 0
                AND denominator > 0
                AND (unit = 'RATE_PER_10K' OR (unit = 'PERCENT' AND numerator <= denominator))
            THEN unit
        END AS limited
    FROM rounded
),
shown AS (
    SELECT
        ${passed},
        claim.withheld,
        claim.indicator_title,
        claim.topic_id,
        claim.unit,
        claim.decimals,
        claim.polarity,
        claim.measure_kind,
        area.name AS area_name,
        area.kind AS area_kind,
        period.label AS period_label,
        period.kind AS period_kind,
        period.period_start,
        period.period_end,
        breakdown.label AS breakdown_label,
        breakdown.dimensions,
        breakdown.dimension1,
        breakdown.member1,
        breakdown.dimension2,
        breakdown.member2,
        breakdown.dimension3,
        breakdown.member3,
        breakdown.* EXCLUDE (
            breakdown_id, label, dimensions, dimension1, member1, dimension2, member2, dimension3, member3
        ),
        CASE
            WHEN claim.qualifier IS NULL OR claim.value IS NULL THEN ''
            WHEN claim.qualifier LIKE 'not %' THEN ''
            ELSE claim.qualifier || ' '
        END || CASE claim.status
            WHEN 'CONFIDENTIAL' THEN '[c]'
            WHEN 'LOW' THEN '[low]'
            WHEN 'UNRELIABLE' THEN '[u]'
            WHEN 'NOT_AVAILABLE' THEN '[x]'
            WHEN 'NOT_APPLICABLE' THEN '[z]'
            ELSE CASE claim.unit
                WHEN 'PERCENT' THEN claim.figure || '%'
                WHEN 'PERCENTAGE_POINT' THEN claim.figure || CASE WHEN claim.is_one THEN ' percentage point' ELSE ' percentage points' END
                WHEN 'DAYS' THEN claim.figure || CASE WHEN claim.is_one THEN ' day' ELSE ' days' END
                WHEN 'RATE_PER_1K' THEN claim.figure || ' per 1,000'
                WHEN 'RATE_PER_10K' THEN claim.figure || ' per 10,000'
                WHEN 'RATE_PER_100K' THEN claim.figure || ' per 100,000'
                ELSE claim.figure
            END
        END || CASE WHEN claim.value IS NOT NULL AND claim.qualifier LIKE 'not %' THEN ' (' || claim.qualifier || ')' ELSE '' END
        AS value_text,
        CASE claim.limited
            WHEN 'PERCENT' THEN greatest(0, 100 * wilson(claim.events, claim.population, -1))
            WHEN 'RATE_PER_10K' THEN 10000 * byar(claim.events, -1) / claim.population
        END AS lower,
        CASE claim.limited
            WHEN 'PERCENT' THEN least(100, 100 * wilson(claim.events, claim.population, 1))
            WHEN 'RATE_PER_10K' THEN 10000 * byar(claim.events, 1) / claim.population
        END AS upper,
        claim.headline_from IS NOT NULL AND claim.headline_to IS NULL AS is_headline,
        coalesce(series_break.break_before, false) AS break_before,
        source.title AS source_title,
        source.authority,
        source.published_on,
        source.published_on_note,
        claim.indicator_id || '|' || claim.area_id || '|' || claim.breakdown_id AS series_key,
        2 * (indicator_number.number * 1000000 + area_number.number)
            + CASE WHEN breakdown.dimensions = 0 THEN 0 ELSE 1 END AS series_half
    FROM claim
    JOIN parquet_dim_area AS area USING (area_id)
    JOIN parquet_dim_period AS period USING (period_id)
    JOIN parquet_dim_breakdown AS breakdown USING (breakdown_id)
    JOIN parquet_dim_source AS source USING (source_id)
    JOIN series_number AS indicator_number
        ON indicator_number.kind = 'INDICATOR' AND indicator_number.id = claim.indicator_id
    JOIN series_number AS area_number ON area_number.kind = 'AREA' AND area_number.id = claim.area_id
    LEFT JOIN series_break USING (claim_id)
)
SELECT
    *,
    json_array(
        ${packed}
    )::VARCHAR AS facts
FROM shown
ORDER BY indicator_id, area_id, breakdown_id, period_end, period_id, claim_id
