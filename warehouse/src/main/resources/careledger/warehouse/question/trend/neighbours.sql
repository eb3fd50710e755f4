-- Grain: one neighbour of one area in one model, nearest first. Input: bridge_neighbour. Value: area.
select model, neighbour_id
from bridge_neighbour
where area_id = ?
order by model, neighbour_rank
