-- Grain: one row: claims that others conflict with. Input: observation.
-- Values: indicator or '', the same, area or '', the same.
select count(distinct conflicts_with)
from observation
where conflicts_with is not null
  and (? = '' or indicator_id = ?)
  and (? = '' or area_id = ?)
