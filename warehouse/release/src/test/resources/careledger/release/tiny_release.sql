-- A release small enough to know by heart. The annual report says 657 children in care on 31 March 2020, the Department
-- for Education 654 later on; dental checks change their definition between 2018 and 2019.
INSERT INTO dim_topic VALUES ('population', 'Children in care', 1), ('health', 'Health', 2), ('finance', 'Finance', 3);

INSERT INTO dim_indicator VALUES
    ('cic_count', 'population', 'Children in care', 'How many children are in care.', 'COUNT', 0, 'NONE', NULL, 'STOCK',
     'DAY', ['LAC', 'CLA'], NULL),
    ('cic_rate_per_10k', 'population', 'Children in care per 10,000', 'How many of every 10,000 children are in care.',
     'RATE_PER_10K', 1, 'NONE', NULL, 'STOCK', 'DAY', [], NULL),
    ('starters_rate_per_10k', 'population', 'Children who came into care per 10,000',
     'How many of every 10,000 children came into care in a year.', 'RATE_PER_10K', 1, 'NONE', NULL, 'FLOW', 'PERIOD',
     [], NULL),
    ('dental_checks_pct', 'health', 'Dental checks', 'How many of every 100 children saw a dentist.', 'PERCENT', 1,
     'HIGH_IS_GOOD', 'Checks keep teeth well.', 'COHORT', 'DAY', [], NULL),
    ('placement_cost', 'finance', 'Cost of a placement', 'What a placement costs in a year.', 'GBP', 0, 'NONE', NULL,
     'COST', 'PERIOD', [], NULL);

INSERT INTO dim_definition VALUES
    ('cic_count/returns', 'cic_count', 1, true, 'cic_count/returns', 'Children in care on the day.', NULL, NULL,
     'SSDA903', NULL, NULL, true, NULL),
    ('cic_rate_per_10k/returns', 'cic_rate_per_10k', 1, true, 'cic_rate_per_10k/returns', 'Per 10,000 children.', NULL,
     NULL, 'SSDA903', NULL, NULL, true, NULL),
    ('starters_rate_per_10k/returns', 'starters_rate_per_10k', 1, true, 'starters_rate_per_10k/returns',
     'Per 10,000 children.', 'Children who came into care', 'Children', 'SSDA903', NULL, NULL, true, NULL),
    ('dental_checks_pct/all', 'dental_checks_pct', 1, false, 'dental_checks_pct/all', 'Of all children in care.', NULL,
     NULL, NULL, NULL, DATE '2018-03-31', true, NULL),
    ('dental_checks_pct/care_12m', 'dental_checks_pct', 2, true, 'dental_checks_pct/care_12m',
     'Of children in care for 12 months or more.', 'Children who saw a dentist', 'Children in care 12 months', 'SSDA903',
     DATE '2018-04-01', NULL, false, 'From 2019 only children in care for 12 months or more are counted.'),
    ('placement_cost/council', 'placement_cost', 1, true, 'placement_cost/council', 'Average of a year.', NULL, NULL,
     NULL, NULL, NULL, true, NULL);

INSERT INTO dim_source VALUES
    ('annual-report-2020', 'Annual report 2019-2020', 'Council', DATE '2020-09-01', NULL, 'COUNCIL_REPORT',
     NULL),
    ('dfe-2025', 'Children looked after in England', 'Department for Education', DATE '2025-01-16', NULL,
     'OFFICIAL_STATISTICS', ['annual-report-2020']);

INSERT INTO bridge_definition_source VALUES
    ('cic_count/returns', 'annual-report-2020', 'children in care'), ('cic_count/returns', 'dfe-2025', 'CLA at 31 March');

INSERT INTO bridge_related_indicator VALUES ('cic_count', 'cic_rate_per_10k', 'The same children, per 10,000.');

INSERT INTO dim_period VALUES
    ('2018-03-31', 'SNAPSHOT', '31 March 2018', DATE '2018-03-31', DATE '2018-03-31', 2018),
    ('2019-03-31', 'SNAPSHOT', '31 March 2019', DATE '2019-03-31', DATE '2019-03-31', 2019),
    ('2020-03-31', 'SNAPSHOT', '31 March 2020', DATE '2020-03-31', DATE '2020-03-31', 2020),
    ('FY2019-20', 'FINANCIAL_YEAR', '2019-20', DATE '2019-04-01', DATE '2020-03-31', 2020);

INSERT INTO dim_area (area_id, name, kind, parent_id) VALUES
    ('E92000001', 'England', 'COUNTRY', NULL), ('E12000004', 'East Midlands', 'REGION', 'E92000001'),
    ('E10000018', 'Leicestershire', 'AUTHORITY', 'E12000004'), ('E06000016', 'Leicester', 'AUTHORITY', 'E12000004');

INSERT INTO bridge_neighbour VALUES ('2025', 'E10000018', 'E06000016', 1, 'dfe-2025');

INSERT INTO dim_dimension VALUES ('age_group', 'Age group', 1), ('sex', 'Sex', 2);

INSERT INTO dim_member VALUES
    ('sex', 'female', 'Female', 1), ('sex', 'male', 'Male', 2), ('age_group', 'aged_16_or_over', 'Aged 16 or over', 1);

INSERT INTO dim_breakdown VALUES
    ('total', 'All', 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('sex=female', 'Female', 1, 'sex', 'female', NULL, NULL, NULL, NULL, NULL, 'female'),
    ('sex=male', 'Male', 1, 'sex', 'male', NULL, NULL, NULL, NULL, NULL, 'male'),
    ('age_group=aged_16_or_over;sex=male', 'Aged 16 or over, Male', 2, 'age_group', 'aged_16_or_over', 'sex', 'male',
     NULL, NULL, 'aged_16_or_over', 'male');

CREATE TEMP TABLE stated (
    claim_id VARCHAR, source_id VARCHAR, definition_id VARCHAR, area_id VARCHAR, period_id VARCHAR, breakdown_id VARCHAR,
    value_kind VARCHAR, status VARCHAR, value DECIMAL(18, 6), value_decimals INTEGER, numerator INTEGER,
    denominator INTEGER, headline_to DATE, outranked_by VARCHAR
);

INSERT INTO stated VALUES
    ('ar/1', 'annual-report-2020', 'cic_count/returns', 'E10000018', '2019-03-31', 'total', 'ACTUAL', 'NORMAL', 582, 0,
     NULL, NULL, '2025-01-16', 'dfe/1'),
    ('ar/2', 'annual-report-2020', 'cic_count/returns', 'E10000018', '2020-03-31', 'total', 'ACTUAL', 'NORMAL', 657, 0,
     NULL, NULL, '2025-01-16', 'dfe/2'),
    ('ar/3', 'annual-report-2020', 'cic_count/returns', 'E10000018', '2020-03-31', 'sex=female', 'ACTUAL', 'NORMAL', 300,
     0, NULL, NULL, NULL, NULL),
    ('ar/4', 'annual-report-2020', 'cic_count/returns', 'E10000018', '2020-03-31', 'sex=male', 'ACTUAL', 'NORMAL', 357, 0,
     NULL, NULL, NULL, NULL),
    ('ar/5', 'annual-report-2020', 'cic_count/returns', 'E10000018', '2020-03-31', 'age_group=aged_16_or_over;sex=male',
     'ACTUAL', 'NORMAL', 98, 0, NULL, NULL, NULL, NULL),
    ('ar/6', 'annual-report-2020', 'cic_count/returns', 'E10000018', '2020-03-31', 'total', 'TARGET', 'NORMAL', 640, 0,
     NULL, NULL, NULL, NULL),
    ('ar/7', 'annual-report-2020', 'dental_checks_pct/all', 'E10000018', '2018-03-31', 'total', 'ACTUAL', 'NORMAL', 65.8,
     1, NULL, NULL, NULL, NULL),
    ('ar/8', 'annual-report-2020', 'dental_checks_pct/care_12m', 'E10000018', '2019-03-31', 'total', 'ACTUAL', 'NORMAL',
     77.1, 1, 300, 389, NULL, NULL),
    ('ar/9', 'annual-report-2020', 'dental_checks_pct/care_12m', 'E10000018', '2020-03-31', 'total', 'PROVISIONAL',
     'NORMAL', 80, 0, 320, 400, NULL, NULL),
    ('ar/10', 'annual-report-2020', 'placement_cost/council', 'E10000018', 'FY2019-20', 'total', 'ACTUAL', 'NORMAL', 49360,
     0, NULL, NULL, NULL, NULL),
    ('dfe/1', 'dfe-2025', 'cic_count/returns', 'E10000018', '2019-03-31', 'total', 'ACTUAL', 'NORMAL', 583, 0, NULL, NULL,
     NULL, NULL),
    ('dfe/2', 'dfe-2025', 'cic_count/returns', 'E10000018', '2020-03-31', 'total', 'ACTUAL', 'NORMAL', 654, 0, NULL, NULL,
     NULL, NULL),
    ('dfe/3', 'dfe-2025', 'cic_rate_per_10k/returns', 'E10000018', '2020-03-31', 'total', 'ACTUAL', 'NORMAL', 46.9, 1, 654,
     139500, NULL, NULL),
    ('dfe/4', 'dfe-2025', 'cic_count/returns', 'E06000016', '2020-03-31', 'total', 'ACTUAL', 'CONFIDENTIAL', NULL, NULL,
     NULL, NULL, NULL, NULL),
    ('dfe/5', 'dfe-2025', 'cic_count/returns', 'E92000001', '2020-03-31', 'total', 'ACTUAL', 'NORMAL', 80080, 0, NULL,
     NULL, NULL, NULL),
    ('dfe/6', 'dfe-2025', 'starters_rate_per_10k/returns', 'E10000018', 'FY2019-20', 'total', 'ACTUAL', 'NORMAL', 16.5, 1,
     230, 139500, NULL, NULL);

INSERT INTO dim_extract
SELECT
    file, split_part(file, '/', 1), split_part(file, '/', 2), layout, source_id, repeat(digit, 64), repeat('0', 64),
    claims + refused, claims, refused, claims + refused, claims, refused, claims
FROM (VALUES
    ('2020/claims.csv', 'claims', 'annual-report-2020', 'a', 10, 1),
    ('2025/dfe.csv', 'tidy', 'dfe-2025', 'b', 6, 0)
) AS delivered (file, layout, source_id, digit, claims, refused);

INSERT INTO fact_rejection VALUES
    ('2020/claims.csv', 12, 'period_end', NULL, 'period.missing', 'The row names no period.', 'Ask the publisher.');

INSERT INTO fact_observation BY NAME
SELECT
    stated.* EXCLUDE (headline_to, outranked_by),
    extract_id,
    definition.indicator_id,
    definition.segment_id,
    'as printed' AS source_text,
    'row ' || claim_id AS locator,
    extract_id AS file,
    1 + row_number() OVER (PARTITION BY extract_id ORDER BY claim_id) AS line,
    layout = 'tidy' AS tabular,
    published_on AS known_from,
    published_on AS headline_from,
    stated.headline_to,
    0 AS corroborated_by,
    outranked_by AS conflicts_with,
    outranked_by,
    CASE WHEN outranked_by IS NOT NULL THEN 'LATEST_PUBLICATION' END AS outranked_rule,
    reporting_year
FROM stated
JOIN dim_definition AS definition USING (definition_id)
JOIN dim_source USING (source_id)
JOIN dim_extract USING (source_id)
JOIN dim_period USING (period_id)
