select is_headline, break_before, facts
from observation
where rowid in (
  select rowid
  from observation
  where (
    indicator_id = ?
    and dimensions = 0
    and value_kind in (
      ?, ?, ?
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

-- [cic_count, ACTUAL, PROVISIONAL, PREVIOUSLY_REPORTED]
