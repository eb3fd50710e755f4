-- One row a claim that an excerpt of a release is about.
CREATE TEMP TABLE wanted_claim (claim_id VARCHAR)
