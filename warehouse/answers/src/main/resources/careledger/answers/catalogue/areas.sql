-- Grain: one area. Inputs: dim_area, observation.
select a.area_id, a.name, a.kind, a.parent_id, a.existed_from, a.existed_to, coalesce(a.successors, []),
       coalesce(a.aliases, []), coalesce(o.figures, 0)
from dim_area a
left join (select area_id, count(*) as figures from observation group by area_id) o using (area_id)
order by a.area_id
