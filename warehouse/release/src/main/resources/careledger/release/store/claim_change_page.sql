-- One row a changed claim after the one named first, at most as many as named second.
SELECT * FROM claim_change WHERE claim_id > ? ORDER BY claim_id LIMIT ?
