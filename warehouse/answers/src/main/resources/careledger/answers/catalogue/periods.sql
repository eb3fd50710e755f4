-- Grain: one period that a claim is about, oldest first by last day. Input: dim_period.
select period_id, kind, label, period_start, period_end, reporting_year
from dim_period
order by period_end, period_start, period_id
