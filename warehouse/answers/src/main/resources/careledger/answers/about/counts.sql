-- Grain: one row for the release. Input: observation.
select count(*), count(distinct indicator_id), count(distinct source_id), min(period_end), max(period_end)
from observation
