select is_headline, break_before, facts
from observation
where (
  indicator_id = ?
  and area_id = ?
  and period_id = ?
  and dimensions = 0
  and value_kind in (
    ?, ?, ?
  )
  and is_headline
)

-- [cic_count, E10000018, 2020-03-31, ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED]
