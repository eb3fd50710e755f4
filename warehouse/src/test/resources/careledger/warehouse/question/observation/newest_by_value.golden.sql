select
  claim_id,
  indicator_id,
  area_id,
  period_id,
  breakdown_id,
  source_id,
  value,
  value_text,
  numerator,
  denominator,
  lower,
  upper,
  status,
  value_kind,
  coalesce(
    (
      headline_from <= cast(? as date)
      and (
        headline_to is null
        or headline_to > cast(? as date)
      )
    ),
    false
  ) headline,
  definition_id,
  segment_id,
  coalesce(
    (
      headline_from <= cast(? as date)
      and (
        headline_to is null
        or headline_to > cast(? as date)
      )
      and value_kind not in (
        cast(? as varchar), cast(? as varchar)
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
            headline_from <= cast(? as date)
            and (
              headline_to is null
              or headline_to > cast(? as date)
            )
            and value_kind not in (
              cast(? as varchar), cast(? as varchar)
            )
            and topic_id in (cast(? as varchar))
          )
        ) earlier
        where (earlier_series = series_key and (earlier_end, earlier_start, earlier_claim) < (period_end, period_start, claim_id))
      )
    ),
    false
  ) break_before,
  quartile,
  rag,
  direction,
  band,
  caveat,
  locator,
  source_text,
  quality_note
from (
  select *
  from observation
  where (
    topic_id in (cast(? as varchar))
    and period_end >= cast(? as date)
    and period_end <= cast(? as date)
    and dimensions = 0
    and value_kind in (
      cast(? as varchar), cast(? as varchar)
    )
    and headline_from <= cast(? as date)
    and (
      headline_to is null
      or headline_to > cast(? as date)
    )
  )
  qualify dense_rank() over (
    partition by series_key
    order by period_end desc, period_id desc
  ) <= cast(? as int)
) matching
where (
  (value is null) > cast(? as boolean)
  or (
    (value is null) = cast(? as boolean)
    and coalesce(value, 0E0) < cast(? as double)
  )
  or (
    (value is null) = cast(? as boolean)
    and coalesce(value, 0E0) = cast(? as double)
    and claim_id > cast(? as varchar)
  )
)
order by
  (value is null) asc,
  coalesce(value, 0E0) desc,
  claim_id asc
limit 101

-- [2020-12-31, 2020-12-31, 2020-12-31, 2020-12-31, TARGET, FORECAST, 2020-12-31, 2020-12-31, TARGET, FORECAST, population, population, 2010-04-01, 2020-03-31, ACTUAL, PROVISIONAL, 2020-12-31, 2020-12-31, 2, false, false, 654.0, false, 654.0, dfe/cic-2020]
