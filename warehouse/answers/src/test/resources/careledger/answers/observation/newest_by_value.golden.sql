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
  coalesce(
    (
      headline_from <= ?
      and (
        headline_to is null
        or headline_to > ?
      )
      and value_kind not in (
        ?, ?
      )
      and segment_id <> (
        select max_by(earlier_segment, (earlier_end, earlier_start, earlier_claim))
        from (
          select
            series_key earlier_series,
            segment_id earlier_segment,
            period_end earlier_end,
            period_start earlier_start,
            claim_id earlier_claim
          from observation
          where (
            headline_from <= ?
            and (
              headline_to is null
              or headline_to > ?
            )
            and value_kind not in (
              ?, ?
            )
            and topic_id in (?)
          )
        ) earlier
        where (earlier_series = series_key and (earlier_end, earlier_start, earlier_claim) < (period_end, period_start, claim_id))
      )
    ),
    false
  ),
  facts
from (
  select *
  from observation
  where (
    topic_id in (?)
    and period_end >= ?
    and period_end <= ?
    and dimensions = 0
    and value_kind in (
      ?, ?
    )
    and headline_from <= ?
    and (
      headline_to is null
      or headline_to > ?
    )
  )
  qualify dense_rank() over (
    partition by series_key
    order by period_end desc, period_id desc
  ) <= ?
) matching
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

-- [2020-12-31, 2020-12-31, 2020-12-31, 2020-12-31, TARGET, FORECAST, 2020-12-31, 2020-12-31, TARGET, FORECAST, population, population, 2010-04-01, 2020-03-31, ACTUAL, PROVISIONAL, 2020-12-31, 2020-12-31, 2, false, false, 654.0, false, 654.0, dfe/cic-2020]
