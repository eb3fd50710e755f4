-- Grain: one indicator that has headline figures. Input: observation.
select indicator_id, max(period_end), count(*)
from observation
where is_headline
group by indicator_id
order by indicator_id
