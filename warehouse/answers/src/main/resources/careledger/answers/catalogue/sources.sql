-- Grain: one source, oldest publication first. Inputs: dim_source, observation.
select s.source_id, s.title, s.publisher, s.published_on, s.published_on_note, s.supersedes, count(o.claim_id)
from dim_source s
left join observation o using (source_id)
group by s.source_id, s.title, s.publisher, s.published_on, s.published_on_note, s.supersedes
order by s.published_on, s.source_id
