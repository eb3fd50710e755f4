-- Grain: one neighbour of one area in one model, nearest first. Inputs: bridge_neighbour, dim_source.
-- Values: area; day by which the model was published. Columns: model, neighbour.
select model, neighbour_id
from bridge_neighbour
join dim_source using (source_id)
where area_id = ?
  and published_on <= cast(? as date)
order by model, neighbour_rank
