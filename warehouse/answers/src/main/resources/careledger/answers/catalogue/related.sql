-- Grain: one pair of related indicators. Input: bridge_related_indicator.
select indicator_id, related_id, relation
from bridge_related_indicator
order by indicator_id, related_id
