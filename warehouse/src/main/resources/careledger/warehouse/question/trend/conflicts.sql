-- Grain: one claim that differs from the one shown for its definition by more than rounding. Input: observation.
-- Values: indicator, areas. Columns: the claim, the shown one, why.
select claim_id, conflicts_with, outranked_rule
from observation
where indicator_id = ?
  and area_id in (select unnest(?::varchar[]))
  and conflicts_with is not null
order by claim_id
