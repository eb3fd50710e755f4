-- Grain: one topic, in reading order. Inputs: dim_topic, dim_indicator.
select t.topic_id, t.title, count(i.indicator_id)
from dim_topic t
left join dim_indicator i using (topic_id)
group by t.topic_id, t.title, t.topic_order
order by t.topic_order, t.topic_id
