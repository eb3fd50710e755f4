-- One row a claim that is the headline while another is, of one indicator, area, period, breakdown and kind of value, in
-- words. Actual, provisional and previously reported values are one kind.
WITH headline AS (
    SELECT
        *,
        CASE WHEN value_kind IN ('TARGET', 'FORECAST') THEN value_kind ELSE 'FIGURE' END AS kind_of_value
    FROM fact_observation
    WHERE headline_from IS NOT NULL
)
SELECT claim_id || ' is the headline from ' || headline_from || ', while another claim of '
    || concat_ws(', ', indicator_id, area_id, period_id, breakdown_id) || ' still is.' AS problem
FROM headline
QUALIFY headline_from < max(coalesce(headline_to, DATE 'infinity')) OVER (
    PARTITION BY indicator_id, area_id, period_id, breakdown_id, kind_of_value
    ORDER BY headline_from, claim_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
)
ORDER BY problem
