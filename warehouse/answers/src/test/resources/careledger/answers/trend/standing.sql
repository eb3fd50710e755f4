-- Grain: one model and period in which the area and a neighbour of it have a headline figure of one segment.
-- Values: 1 where low is good, else -1; the polarity; area; indicator.
with figure as (
    select area_id, period_id, segment_id, value, value * $1 as place, $2 as polarity
    from observation
    where is_headline and breakdown_id = 'total' and value is not null and value_kind in ('ACTUAL', 'PROVISIONAL', 'PREVIOUSLY_REPORTED')
      and indicator_id = $4
),
ranked as (
    select model, own.period_id, own.polarity,
           1 + count(*) filter (where other.place < own.place) as rank,
           1 + count(*) as ranked,
           round(median(other.value), 6) as median
    from figure own
    join bridge_neighbour neighbour on neighbour.area_id = own.area_id
    join figure other
        on other.area_id = neighbour.neighbour_id
        and other.period_id = own.period_id
        and other.segment_id = own.segment_id
    where own.area_id = $3
    group by all
)
select model, period_id, rank::varchar, ranked::varchar,
       case when polarity = 'NONE' or ranked < 4 then '0' else ceil(4 * rank / ranked)::integer::varchar end,
       median::double::varchar
from ranked
