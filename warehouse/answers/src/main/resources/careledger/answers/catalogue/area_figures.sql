-- Grain: one area that has claims, shown or not. Input: observation.
select area_id, count(*)
from observation
group by area_id
order by area_id
