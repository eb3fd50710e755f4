select
  count(*),
  count(distinct unit),
  min(unit)
from observation
where (
  dimensions > 0
  and dimensions = 2
  and d_sex is not null
  and d_uasc is not null
  and d_sex in (
    ?, ?
  )
  and value_kind in (
    ?, ?
  )
  and source_id = ?
  and published_on <= ?
)

-- [female, male, ACTUAL, TARGET, dfe-looked-after-2025, 2020-12-31]
