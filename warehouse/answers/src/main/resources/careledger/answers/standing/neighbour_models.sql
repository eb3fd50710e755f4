-- Grain: one neighbour of one area in one model, nearest first. Inputs: bridge_neighbour, dim_source. Value: area.
-- Columns: the model, the neighbour, the day on which the model was published.
select neighbour.model, neighbour.neighbour_id, source.published_on
from bridge_neighbour neighbour
join dim_source source using (source_id)
where neighbour.area_id = ?
order by neighbour.model, neighbour.neighbour_rank
