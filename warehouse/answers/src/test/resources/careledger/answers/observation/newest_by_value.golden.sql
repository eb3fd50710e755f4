select
  coalesce(
    (
      headline_from <= ?
      and (
        headline_to is null
        or headline_to > ?
      )
    ),
    false
  ),
  coalesce((SELECT lines.break_before FROM (WITH point AS (SELECT
    claim_id, series_key, period_kind, segment_id,
    segment_id IN (SELECT segment_id FROM dim_definition WHERE is_primary) AS is_primary,
    period_start, period_end
FROM observation
WHERE (
    headline_from <= ?
    and (
      headline_to is null
      or headline_to > ?
    )
    and value_kind not in (
      ?, ?
    )
    and (value is not null)
    and topic_id = ?
  )),
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
) AS lines WHERE lines.claim_id = observation.claim_id), false),
  facts
from (
  select *
  from observation
  where (
    topic_id = ?
    and period_end >= ?
    and period_end <= ?
    and dimensions = 0
    and value_kind in (
      ?, ?, ?
    )
    and headline_from <= ?
    and (
      headline_to is null
      or headline_to > ?
    )
  )
  qualify (
    value is not null
    and dense_rank() over (
      partition by
        series_key,
        period_kind,
        (value is null)
      order by period_end desc, period_id desc
    ) <= ?
  )
) observation
where (
  (value is null) > ?
  or (
    (value is null) = ?
    and coalesce(value, 0E0) < ?
  )
  or (
    (value is null) = ?
    and coalesce(value, 0E0) = ?
    and claim_id > ?
  )
)
order by
  (value is null) asc,
  coalesce(value, 0E0) desc,
  claim_id asc
limit 101

-- [2020-12-31, 2020-12-31, 2020-12-31, 2020-12-31, TARGET, FORECAST, population, population, 2010-04-01, 2020-03-31, ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED, 2020-12-31, 2020-12-31, 2, false, false, 654.0, false, 654.0, dfe/cic-2020]
