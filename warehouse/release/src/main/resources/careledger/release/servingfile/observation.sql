-- One row a claim, with everything that an answer shows of it; sorted as series are read. The last column repeats what
-- is a figure's own as one JSON array. Two lists are filled in: the columns of fact_observation, passed on as they are, and
-- the packed columns, in the order in which ObservationColumn declares them. A qualifier that denies ("not significantly
-- changed") follows its number; any other goes before it.
CREATE TABLE observation AS
WITH rounded AS (
    SELECT
        claim_id,
        CASE greatest(least(coalesce(value_decimals, decimals), decimals), 0)
            WHEN 0 THEN value::DECIMAL(18, 0)::VARCHAR
            WHEN 1 THEN value::DECIMAL(18, 1)::VARCHAR
            WHEN 2 THEN value::DECIMAL(18, 2)::VARCHAR
            WHEN 3 THEN value::DECIMAL(18, 3)::VARCHAR
            WHEN 4 THEN value::DECIMAL(18, 4)::VARCHAR
            WHEN 5 THEN value::DECIMAL(18, 5)::VARCHAR
            ELSE value::VARCHAR
        END AS digits
    FROM parquet_fact_observation
    JOIN parquet_dim_indicator USING (indicator_id)
    WHERE value IS NOT NULL
),
figure AS (
    SELECT
        claim_id,
        CASE WHEN digits LIKE '-%' THEN '-' ELSE '' END AS sign,
        format('{:,}', split_part(ltrim(digits, '-'), '.', 1)::BIGINT)
            || CASE WHEN contains(digits, '.') THEN '.' || split_part(digits, '.', 2) ELSE '' END AS digits
    FROM rounded
),
limited AS (
    SELECT claim_id, numerator::DOUBLE AS events, denominator::DOUBLE AS population, unit
    FROM parquet_fact_observation
    JOIN parquet_dim_indicator USING (indicator_id)
    WHERE status = 'NORMAL'
        AND value_kind NOT IN ('TARGET', 'FORECAST')
        AND measure_kind IN ('FLOW', 'COHORT')
        AND quality_note IS NULL
        AND numerator >= 0
        AND denominator > 0
        AND (unit = 'RATE_PER_10K' OR (unit = 'PERCENT' AND numerator <= denominator))
),
shown AS (
    SELECT
        ${passed},
        claim.withheld,
        indicator.title AS indicator_title,
        indicator.topic_id,
        indicator.unit,
        indicator.decimals,
        indicator.polarity,
        indicator.measure_kind,
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
            ELSE CASE indicator.unit
                WHEN 'PERCENT' THEN figure.sign || figure.digits || '%'
                WHEN 'PERCENTAGE_POINT' THEN figure.sign || figure.digits || CASE figure.digits WHEN '1' THEN ' percentage point' ELSE ' percentage points' END
                WHEN 'GBP' THEN figure.sign || '£' || figure.digits
                WHEN 'DAYS' THEN figure.sign || figure.digits || CASE figure.digits WHEN '1' THEN ' day' ELSE ' days' END
                WHEN 'RATE_PER_1K' THEN figure.sign || figure.digits || ' per 1,000'
                WHEN 'RATE_PER_10K' THEN figure.sign || figure.digits || ' per 10,000'
                WHEN 'RATE_PER_100K' THEN figure.sign || figure.digits || ' per 100,000'
                ELSE figure.sign || figure.digits
            END
        END || CASE WHEN claim.value IS NOT NULL AND claim.qualifier LIKE 'not %' THEN ' (' || claim.qualifier || ')' ELSE '' END
        AS value_text,
        CASE limited.unit
            WHEN 'PERCENT' THEN greatest(0, 100 * wilson(limited.events, limited.population, -1))
            WHEN 'RATE_PER_10K' THEN 10000 * byar(limited.events, -1) / limited.population
        END AS lower,
        CASE limited.unit
            WHEN 'PERCENT' THEN least(100, 100 * wilson(limited.events, limited.population, 1))
            WHEN 'RATE_PER_10K' THEN 10000 * byar(limited.events, 1) / limited.population
        END AS upper,
        claim.headline_from IS NOT NULL AND claim.headline_to IS NULL AS is_headline,
        coalesce(series_break.break_before, false) AS break_before,
        source.title AS source_title,
        source.authority,
        source.published_on,
        source.published_on_note,
        claim.indicator_id || '|' || claim.area_id || '|' || claim.breakdown_id AS series_key
    FROM parquet_fact_observation AS claim
    JOIN parquet_dim_indicator AS indicator USING (indicator_id)
    JOIN parquet_dim_area AS area USING (area_id)
    JOIN parquet_dim_period AS period USING (period_id)
    JOIN parquet_dim_breakdown AS breakdown USING (breakdown_id)
    JOIN parquet_dim_source AS source USING (source_id)
    LEFT JOIN figure USING (claim_id)
    LEFT JOIN limited USING (claim_id)
    LEFT JOIN series_break USING (claim_id)
)
SELECT
    *,
    json_array(
        ${packed}
    )::VARCHAR AS facts
FROM shown
ORDER BY indicator_id, area_id, breakdown_id, period_end, period_id, claim_id
