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
  is_headline headline,
  definition_id,
  segment_id,
  break_before,
  quartile,
  rag,
  direction,
  band,
  caveat,
  locator,
  source_text,
  quality_note
from observation
where rowid in (
  select rowid
  from observation
  where (
    indicator_id in (?)
    and dimensions = 0
    and value_kind in (
      ?, ?
    )
    and is_headline
  )
  order by
    (value is null) asc,
    coalesce(value, 0E0) desc,
    claim_id asc
  limit 10001
)
order by
  (value is null) asc,
  coalesce(value, 0E0) desc,
  claim_id asc

-- [cic_count, ACTUAL, PROVISIONAL]
