-- Grain: one area. Input: dim_area.
select area_id, name, kind, parent_id
from dim_area
order by area_id
