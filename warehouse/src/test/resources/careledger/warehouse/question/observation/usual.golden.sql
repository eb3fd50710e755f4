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
where (
  indicator_id in (?)
  and area_id in (?)
  and period_id in (?)
  and dimensions = 0
  and value_kind in (
    ?, ?
  )
  and is_headline
)
limit 101

-- [cic_count, E10000018, 2020-03-31, ACTUAL, PROVISIONAL]
