-- Grain: one (indicator, area, kind of period) that has headline figures, broken down or not.
-- Input: observation. Values: the indicators.
select indicator_id, area_id, period_kind, min_by(period_id, period_end), max_by(period_id, period_end), count(*)
from observation
where is_headline
  and indicator_id in (select unnest(?))
group by indicator_id, area_id, period_kind
order by indicator_id, area_id, min(period_end), period_kind
