-- Grain: one figure on the main line of a series that has several definitions, and whether the line breaks before it. The
-- rule is that of SeriesLines: chains of comparable figures join the main line in the order of their priority, unless they
-- overlap in time what is already on it. Input: point (claim_id, series_key, period_kind, segment_id, is_primary,
-- period_start, period_end), figures with a value that are shown on one day.
chain AS (
    SELECT
        series_key, period_kind, segment_id, bool_or(is_primary) AS is_primary,
        count(*) AS figures, min(period_end) AS first_end, max(period_end) AS last_end
    FROM point
    GROUP BY series_key, period_kind, segment_id
),
line AS (
    SELECT
        series_key, period_kind,
        list_transform(
            list_reduce(
                list(
                    [struct_pack(segment := segment_id, first_end := first_end, last_end := last_end)]
                    ORDER BY is_primary DESC, figures DESC, last_end DESC, segment_id
                ),
                lambda kept, candidate: CASE
                    WHEN len(list_filter(
                        kept,
                        lambda other: other.first_end <= candidate[1].last_end
                            AND candidate[1].first_end <= other.last_end
                    )) > 0 THEN kept
                    ELSE list_concat(kept, candidate)
                END
            ),
            lambda one: one.segment
        ) AS segments
    FROM chain
    GROUP BY series_key, period_kind
    HAVING count(*) > 1
)
SELECT
    claim_id,
    segment_id <> lag(segment_id, 1, segment_id) OVER (
        PARTITION BY series_key, period_kind
        ORDER BY period_end, period_start, claim_id
    ) AS break_before
FROM point
JOIN line USING (series_key, period_kind)
WHERE list_contains(line.segments, point.segment_id)
