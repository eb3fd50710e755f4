-- Grain: one claim. Input: observation. Values: how many characters of the hash are given, and these.
-- Column: the id of the claim.
select claim_id
from observation
where left(sha256(claim_id), ?) = ?
order by claim_id
