-- Grain: one value that is worked out from totals of an indicator. Values: indicator, unit.
with figure as (
    select claim_id, area_id, segment_id, cast(period_id as date) as day, value::double as value,
           numerator::double as part, denominator::double as whole
    from observation
    where is_headline and breakdown_id = 'total' and value is not null and qualifier is null
      and value_kind in ('ACTUAL', 'PROVISIONAL', 'PREVIOUSLY_REPORTED')
      and indicator_id = $1
),
gap as (
    select 'GAP_TO_COUNTRY' as kind, own.claim_id, own.value - other.value as value
    from figure own
    join figure other on other.day = own.day and other.segment_id = own.segment_id
    where other.area_id = 'E92000001' and own.area_id <> 'E92000001' and $2 not in ('COUNT', 'GBP')
),
mean as (
    select 'THREE_YEAR_MEAN' as kind, now.claim_id,
           case when $2 in ('COUNT', 'GBP') then (now.value + one.value + two.value) / 3
                when $2 = 'PERCENT' then 100 * (now.part + one.part + two.part) / (now.whole + one.whole + two.whole) end
               as value
    from figure now
    join figure one on one.area_id = now.area_id and one.segment_id = now.segment_id and one.day = now.day - interval 1 year
    join figure two on two.area_id = now.area_id and two.segment_id = now.segment_id and two.day = now.day - interval 2 year
),
numbered as (
    select claim_id, value, first_value(value) over same as base, count(*) over (partition by area_id, segment_id, month(day)) as figures
    from figure
    window same as (partition by area_id, segment_id, month(day) order by day)
),
base_100 as (
    select 'INDEX' as kind, claim_id, 100 * value / base as value
    from numbered
    where figures > 1 and base > 0
      and ($2 in ('GBP', 'RATE_PER_1K', 'RATE_PER_10K', 'RATE_PER_100K') or ($2 = 'COUNT' and base >= 50))
)
select kind, claim_id, printf('%.4f', value)
from (from gap union all from mean union all from base_100)
where value is not null
