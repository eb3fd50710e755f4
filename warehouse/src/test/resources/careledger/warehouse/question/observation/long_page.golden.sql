select
  claim_id,
  indicator_id,
  indicator_title,
  topic_id,
  unit,
  polarity,
  area_id,
  area_name,
  area_kind,
  period_id,
  period_label,
  period_kind,
  period_start,
  period_end,
  reporting_year,
  breakdown_id,
  breakdown_label,
  dimension1,
  member1,
  dimension2,
  member2,
  dimension3,
  member3,
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
  source_id,
  source_title,
  locator,
  source_text,
  quality_note,
  published_on
from observation
where rowid in (
  select rowid
  from observation
  where (
    indicator_id in (cast(? as varchar))
    and dimensions = 0
    and value_kind in (
      cast(? as varchar), cast(? as varchar)
    )
    and is_headline
  )
  order by
    indicator_id asc,
    area_id asc,
    breakdown_id asc,
    period_end asc,
    period_id asc,
    claim_id asc
  limit 10001
)
order by
  indicator_id asc,
  area_id asc,
  breakdown_id asc,
  period_end asc,
  period_id asc,
  claim_id asc

-- [cic_count, ACTUAL, PROVISIONAL]
