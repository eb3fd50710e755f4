-- Grain: one indicator, in catalogue order: by topic, then title. Inputs: dim_indicator, dim_topic.
select i.indicator_id, i.title, i.plain_english, i.topic_id, i.unit, i.decimals, i.polarity, i.polarity_reason,
       i.measure_kind, i.synonyms
from dim_indicator i
join dim_topic t using (topic_id)
order by t.topic_order, i.title, i.indicator_id
