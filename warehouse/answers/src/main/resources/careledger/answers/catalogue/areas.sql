-- Grain: one area. Input: dim_area.
select area_id, name, kind, parent_id, existed_from, existed_to, coalesce(successors, []), coalesce(aliases, [])
from dim_area
order by area_id
