-- Grain: one member of one dimension, both in reading order. Inputs: dim_dimension, dim_member.
select d.dimension_id, d.title, m.member_id, m.title, m.member_order
from dim_dimension d
join dim_member m using (dimension_id)
order by d.dimension_order, d.dimension_id, m.member_order, m.member_id
