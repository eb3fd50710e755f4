-- Grain: one definition of one indicator, oldest first. Input: dim_definition.
select indicator_id, definition_id, is_primary, text, numerator, denominator, statutory_return, valid_from, valid_to,
       comparable_with_previous, break_reason
from dim_definition
order by indicator_id, definition_order, definition_id
