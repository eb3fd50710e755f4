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
    cast(? as varchar), cast(? as varchar)
  )
  and value_kind in (
    cast(? as varchar), cast(? as varchar)
  )
  and source_id in (cast(? as varchar))
  and published_on <= cast(? as date)
)

-- [female, male, ACTUAL, TARGET, dfe-looked-after-2025, 2020-12-31]
