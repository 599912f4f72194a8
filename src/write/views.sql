-- The figures of hazcheck-figures(7) as views over the exported tables: the same rules once more, worked out from the events as
-- recorded. Runs in SQLite 3.35, PostgreSQL 12 and DuckDB 1.0 or later; run it again after an upgrade, the days stay.
-- 以导出的各表为依据，按 hazcheck-figures(7) 的口径重新计算各项指标；可在 SQLite、PostgreSQL、DuckDB 中运行。
--
-- The day that everything is computed for, today to begin with / 截至哪一天，初始为今天：
--     UPDATE as_of SET day = '2020-05-18';
-- The period of the views flows and hazard_flows / 时段报表的起止日：
--     UPDATE flow_period SET first_day = '2020-05-11', last_day = '2020-05-17';
--
-- hazard_status              a row a hazard: status, dues, flags / 每条隐患一行
-- status_total               a row a campaign, with the columns of `hazcheck status`; status_everything: all campaigns
-- status_by_unit, _type, _area, _section, _item, _round, _severity, _department, _owner    the same, grouped
-- flows, hazard_flows        opening + found + reopened - closed - voided = closing, of the period
-- coverage                   units and items inspected, by round
-- accuracy                   what an earlier round missed that a later one failed, for each two rounds
-- folded                     every step of every hazard and where it left the hazard
--
-- With many hazards, keep the fold: CREATE TABLE folded_kept AS SELECT * FROM folded;

CREATE TABLE IF NOT EXISTS as_of (day date NOT NULL);
INSERT INTO as_of SELECT CURRENT_DATE WHERE NOT EXISTS (SELECT 1 FROM as_of);
CREATE TABLE IF NOT EXISTS flow_period (first_day date NOT NULL, last_day date NOT NULL);
INSERT INTO flow_period SELECT CURRENT_DATE, CURRENT_DATE WHERE NOT EXISTS (SELECT 1 FROM flow_period);

DROP VIEW IF EXISTS accuracy;
DROP VIEW IF EXISTS coverage;
DROP VIEW IF EXISTS item_units;
DROP VIEW IF EXISTS round_units;
DROP VIEW IF EXISTS flows;
DROP VIEW IF EXISTS hazard_flows;
DROP VIEW IF EXISTS status_by_owner;
DROP VIEW IF EXISTS status_by_department;
DROP VIEW IF EXISTS status_by_severity;
DROP VIEW IF EXISTS status_by_round;
DROP VIEW IF EXISTS status_by_item;
DROP VIEW IF EXISTS status_by_section;
DROP VIEW IF EXISTS status_by_area;
DROP VIEW IF EXISTS status_by_type;
DROP VIEW IF EXISTS status_by_unit;
DROP VIEW IF EXISTS status_total;
DROP VIEW IF EXISTS status_everything;
DROP VIEW IF EXISTS status_figures;
DROP VIEW IF EXISTS status_sums;
DROP VIEW IF EXISTS hazard_places;
DROP VIEW IF EXISTS by_keys;
DROP VIEW IF EXISTS hazard_status;
DROP VIEW IF EXISTS folded;
DROP VIEW IF EXISTS moves;
DROP VIEW IF EXISTS steps;
DROP VIEW IF EXISTS recorded_steps;
DROP VIEW IF EXISTS day_numbers;

-- Days as numbers (Julian day numbers), because every engine subtracts dates differently. Each day in use, once.
CREATE VIEW day_numbers AS
SELECT day,
       CAST(d + (153 * m + 2 - (153 * m + 2) % 5) / 5 + 365 * y + (y - y % 4) / 4 - (y - y % 100) / 100
            + (y - y % 400) / 400 - 32045 AS integer) AS n
FROM (SELECT day, d, y + 4800 - CASE WHEN m <= 2 THEN 1 ELSE 0 END AS y, m + CASE WHEN m <= 2 THEN 9 ELSE -3 END AS m
      FROM (SELECT day, CAST(SUBSTR(CAST(day AS text), 1, 4) AS integer) AS y,
                   CAST(SUBSTR(CAST(day AS text), 6, 2) AS integer) AS m,
                   CAST(SUBSTR(CAST(day AS text), 9, 2) AS integer) AS d
            FROM (SELECT found AS day FROM hazards
                  UNION SELECT made FROM plans
                  UNION SELECT due FROM plans WHERE due IS NOT NULL
                  UNION SELECT day FROM events
                  UNION SELECT new_due FROM events WHERE new_due IS NOT NULL
                  UNION SELECT day FROM records
                  UNION SELECT day FROM as_of
                  UNION SELECT first_day FROM flow_period
                  UNION SELECT last_day FROM flow_period) days) parts) shifted;

-- What was recorded of each hazard, in one list: found, the plan, its events, and what later inspections said of it.
CREATE VIEW recorded_steps AS
SELECT h.campaign, h.hazard, 0 AS place, h.found AS day, d.n AS raw_n, 0 AS round_seq, '' AS unit, 0 AS seq, 'found' AS what,
       CAST(NULL AS date) AS due, CAST(NULL AS integer) AS due_n, CAST(NULL AS text) AS owner, 0 AS rest,
       COALESCE(h.severity, i.severity, v.severity) AS severity, CAST(NULL AS text) AS department
FROM hazards h
JOIN day_numbers d ON d.day = h.found
LEFT JOIN items i ON i.campaign = h.campaign AND i.checklist = h.checklist AND i.item = h.item
LEFT JOIN severities v ON v.campaign = h.campaign AND v.seq = 1
UNION ALL
SELECT p.campaign, p.hazard, 1, p.made, d.n, 0, '', 0, 'plan', p.due, due.n, p.owner,
       CASE WHEN p.measures IS NOT NULL AND p.funding_amount IS NOT NULL
                 AND (p.funding_amount = 0 OR p.funding_source IS NOT NULL) THEN 1 ELSE 0 END, NULL, NULL
FROM plans p
JOIN day_numbers d ON d.day = p.made
LEFT JOIN day_numbers due ON due.day = p.due
UNION ALL
SELECT e.campaign, e.hazard, 2, e.day, d.n, 0, '', e.seq, e.event, e.new_due, due.n, CASE WHEN e.event = 'reassigned' THEN e.new_owner END, 0,
       CASE WHEN e.event = 'regraded' THEN e.new_severity END,
       CASE WHEN e.event = 'escalated' THEN b.department WHEN e.event = 'answered' THEN e.department END
FROM events e
JOIN day_numbers d ON d.day = e.day
LEFT JOIN day_numbers due ON due.day = e.new_due
LEFT JOIN departments b ON b.campaign = e.campaign AND b.department = e.escalated_to
UNION ALL
SELECT f.campaign, f.hazard, 3, c.day, d.n, r.seq, f.unit, f.seq, 'seen ' || f.result, NULL, NULL, NULL, 0, NULL, NULL
FROM followups f
JOIN records c ON c.campaign = f.campaign AND c.round = f.round AND c.unit = f.unit
JOIN rounds r ON r.campaign = f.campaign AND r.round = f.round
JOIN day_numbers d ON d.day = c.day;

-- Numbered by day; on one day the plan, the hazard's own events in their order, then follow-ups by round. Nothing
-- counts from before the day the hazard was found.
CREATE VIEW steps AS
SELECT s.campaign, s.hazard,
       ROW_NUMBER() OVER (PARTITION BY s.campaign, s.hazard
                          ORDER BY CASE WHEN s.place = 0 THEN 0 ELSE 1 END, s.raw_n, s.place, s.round_seq, s.unit, s.seq) AS n,
       CASE WHEN s.raw_n < d.n THEN h.found ELSE s.day END AS day, CASE WHEN s.raw_n < d.n THEN d.n ELSE s.raw_n END AS day_n,
       s.what, s.due, s.due_n, s.owner, s.rest, s.severity, s.department
FROM recorded_steps s
JOIN hazards h ON h.campaign = s.campaign AND h.hazard = s.hazard
JOIN day_numbers d ON d.day = h.found;

-- Which step is allowed from which stage, and what it does. A hazard is open (unplanned or planned), rectified, closed
-- or void. What is not here changes nothing.
CREATE VIEW moves AS
SELECT 'plan' AS what, 'open' AS stage, 'nothing' AS needs, 'open' AS becomes, 0 AS rectifies, 0 AS closes, 0 AS rejects, 0 AS reopens
UNION ALL SELECT 'plan', 'rectified', 'nothing', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'plan', 'closed', 'nothing', 'closed', 0, 0, 0, 0
UNION ALL SELECT 'plan', 'void', 'nothing', 'void', 0, 0, 0, 0
UNION ALL SELECT 'rectified', 'open', 'whole plan', 'rectified', 1, 0, 0, 0
UNION ALL SELECT 'closed', 'rectified', 'nothing', 'closed', 0, 1, 0, 0
UNION ALL SELECT 'rejected', 'rectified', 'nothing', 'open', 0, 0, 1, 0
UNION ALL SELECT 'reopened', 'closed', 'nothing', 'open', 0, 0, 0, 1
UNION ALL SELECT 'deferred', 'open', 'due', 'open', 0, 0, 0, 0
UNION ALL SELECT 'deferred', 'rectified', 'due', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'reassigned', 'open', 'plan', 'open', 0, 0, 0, 0
UNION ALL SELECT 'reassigned', 'rectified', 'plan', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'regraded', 'open', 'nothing', 'open', 0, 0, 0, 0
UNION ALL SELECT 'regraded', 'rectified', 'nothing', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'supervised', 'open', 'nothing', 'open', 0, 0, 0, 0
UNION ALL SELECT 'supervised', 'rectified', 'nothing', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'escalated', 'open', 'nothing', 'open', 0, 0, 0, 0
UNION ALL SELECT 'escalated', 'rectified', 'nothing', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'answered', 'open', 'escalation', 'open', 0, 0, 0, 0
UNION ALL SELECT 'answered', 'rectified', 'escalation', 'rectified', 0, 0, 0, 0
UNION ALL SELECT 'answered', 'closed', 'escalation', 'closed', 0, 0, 0, 0
UNION ALL SELECT 'voided', 'open', 'nothing', 'void', 0, 0, 0, 0
UNION ALL SELECT 'voided', 'rectified', 'nothing', 'void', 0, 0, 0, 0
UNION ALL SELECT 'seen closed', 'open', 'whole plan', 'closed', 1, 1, 0, 0
UNION ALL SELECT 'seen closed', 'rectified', 'nothing', 'closed', 0, 1, 0, 0
UNION ALL SELECT 'seen closed', 'closed', 'nothing', 'closed', 0, 0, 0, 0
UNION ALL SELECT 'seen still-open', 'open', 'nothing', 'open', 0, 0, 0, 0
UNION ALL SELECT 'seen still-open', 'rectified', 'nothing', 'open', 0, 0, 1, 0
UNION ALL SELECT 'seen still-open', 'closed', 'nothing', 'closed', 0, 0, 0, 0
UNION ALL SELECT 'seen recurred', 'closed', 'nothing', 'open', 0, 0, 0, 1;

-- The fold, step by step. The last row of a hazard up to a day says where it stood at the end of that day.
CREATE VIEW folded AS
WITH RECURSIVE
s AS MATERIALIZED (SELECT * FROM steps),
f AS (
  SELECT s.campaign, s.hazard, s.n, s.day, s.day_n, s.what, 1 AS allowed, 0 AS rectifies, 0 AS closes, 0 AS rejects, 0 AS reopens,
         CAST('open' AS text) AS stage, r.plan_required, 0 AS has_plan, 0 AS has_due, 0 AS has_owner, 0 AS has_rest,
         CAST(NULL AS date) AS moved_due, CAST(NULL AS integer) AS moved_due_n, CAST(NULL AS date) AS rectified,
         CAST(NULL AS integer) AS rectified_n, CAST(NULL AS date) AS closed, CAST(NULL AS integer) AS closed_n,
         CAST(NULL AS integer) AS escalated_n, CAST(NULL AS integer) AS answered_n, CAST(NULL AS integer) AS supervised_n,
         CAST(NULL AS text) AS owner, s.severity, CAST(NULL AS text) AS department, 0 AS deferrals, 0 AS reopened
  FROM s
  JOIN hazards h ON h.campaign = s.campaign AND h.hazard = s.hazard
  JOIN rounds r ON r.campaign = h.campaign AND r.round = h.round
  WHERE s.n = 1
  UNION ALL
  SELECT s.campaign, s.hazard, s.n, s.day, s.day_n, s.what, CASE WHEN m.what IS NULL THEN 0 ELSE 1 END,
         COALESCE(m.rectifies, 0), COALESCE(m.closes, 0), COALESCE(m.rejects, 0), COALESCE(m.reopens, 0),
         COALESCE(m.becomes, f.stage), f.plan_required,
         CASE WHEN s.what = 'plan' THEN 1 ELSE f.has_plan END,
         CASE WHEN m.what IS NOT NULL AND s.due_n IS NOT NULL THEN 1 ELSE f.has_due END,
         CASE WHEN m.what IS NOT NULL AND s.owner IS NOT NULL THEN 1 ELSE f.has_owner END,
         CASE WHEN s.what = 'plan' THEN s.rest ELSE f.has_rest END,
         CASE WHEN m.what IN ('deferred', 'reopened') AND s.due_n IS NOT NULL THEN s.due ELSE f.moved_due END,
         CASE WHEN m.what IN ('deferred', 'reopened') AND s.due_n IS NOT NULL THEN s.due_n ELSE f.moved_due_n END,
         CASE WHEN m.rectifies = 1 THEN s.day WHEN m.rejects = 1 OR m.reopens = 1 THEN NULL ELSE f.rectified END,
         CASE WHEN m.rectifies = 1 THEN s.day_n WHEN m.rejects = 1 OR m.reopens = 1 THEN NULL ELSE f.rectified_n END,
         CASE WHEN m.closes = 1 THEN s.day WHEN m.rejects = 1 OR m.reopens = 1 THEN NULL ELSE f.closed END,
         CASE WHEN m.closes = 1 THEN s.day_n WHEN m.rejects = 1 OR m.reopens = 1 THEN NULL ELSE f.closed_n END,
         CASE WHEN m.what = 'escalated' THEN s.day_n ELSE f.escalated_n END,
         CASE WHEN m.what = 'escalated' THEN NULL WHEN m.what = 'answered' THEN s.day_n ELSE f.answered_n END,
         CASE WHEN m.what = 'supervised' THEN s.day_n ELSE f.supervised_n END,
         CASE WHEN s.what = 'plan' THEN s.owner ELSE COALESCE(CASE WHEN m.what IS NOT NULL THEN s.owner END, f.owner) END,
         COALESCE(CASE WHEN m.what IS NOT NULL THEN s.severity END, f.severity),
         CASE WHEN m.what = 'escalated' THEN s.department
              ELSE COALESCE(CASE WHEN m.what IS NOT NULL THEN s.department END, f.department) END,
         f.deferrals + CASE WHEN m.what = 'deferred' THEN 1 ELSE 0 END,
         f.reopened + COALESCE(m.reopens, 0)
  FROM f
  JOIN s ON s.campaign = f.campaign AND s.hazard = f.hazard AND s.n = f.n + 1
  LEFT JOIN moves m ON m.what = s.what AND m.stage = f.stage
    AND (m.needs = 'nothing'
         OR (m.needs = 'whole plan' AND (f.plan_required = 0 OR f.has_plan * f.has_due * f.has_owner * f.has_rest = 1))
         OR (m.needs = 'due' AND f.has_due = 1)
         OR (m.needs = 'plan' AND f.has_plan = 1)
         OR (m.needs = 'escalation' AND f.escalated_n IS NOT NULL))
)
SELECT f.*, CASE WHEN f.stage <> 'open' THEN f.stage
                 WHEN f.has_plan * f.has_due * f.has_owner * f.has_rest = 1 THEN 'planned' ELSE 'unplanned' END AS status
FROM f;

CREATE VIEW hazard_status AS
SELECT q.campaign, q.hazard, q.unit, q.type, q.area, q.round, q.section, q.item, q.status, q.severity, q.owner, q.owner_key,
       q.department, q.found, q.due_original, q.due, q.rectified, q.closed, q.deferrals, q.reopens,
       q.is_open, CASE WHEN q.escalated_n IS NOT NULL THEN 1 ELSE 0 END AS escalated,
       CASE WHEN q.is_open = 1 AND q.escalated_n IS NOT NULL AND q.answered_n IS NULL THEN 1 ELSE 0 END AS waiting,
       CASE WHEN q.is_open = 1 AND q.escalated_n IS NOT NULL AND q.answered_n IS NULL THEN q.today_n - q.escalated_n END AS days_waiting,
       q.overdue, CASE WHEN q.overdue = 1 THEN q.today_n - q.due_n END AS days_overdue,
       CASE WHEN q.is_open = 1 AND q.overdue = 0 AND q.due_n BETWEEN q.today_n AND q.today_n + q.due_soon_days THEN 1 ELSE 0 END AS due_soon,
       CASE WHEN q.is_open = 1 AND q.due_n IS NULL THEN 1 ELSE 0 END AS no_due,
       CASE WHEN q.status <> 'void' AND q.due_n < q.today_n THEN 1 ELSE 0 END AS was_due,
       CASE WHEN q.status <> 'void' AND q.due_n < q.today_n AND q.status IN ('rectified', 'closed') AND q.rectified_n <= q.due_n THEN 1 ELSE 0 END AS on_time,
       CASE WHEN q.status <> 'void' AND q.due_original_n < q.today_n THEN 1 ELSE 0 END AS was_due_original,
       CASE WHEN q.status <> 'void' AND q.due_original_n < q.today_n AND q.status IN ('rectified', 'closed')
                 AND q.rectified_n <= q.due_original_n THEN 1 ELSE 0 END AS on_time_original,
       CASE WHEN q.status = 'closed' THEN q.closed_n - q.found_n END AS days_to_close,
       CASE WHEN q.is_open = 1 THEN q.today_n - q.found_n END AS open_age
FROM (SELECT p.*, CASE WHEN p.is_open = 1 AND p.due_n < p.today_n AND NOT (p.status = 'rectified' AND p.rectified_n <= p.due_n) THEN 1 ELSE 0 END AS overdue
      FROM (SELECT l.campaign, l.hazard, h.unit, u.type, u.area, h.round, h.section, h.item, l.status, l.severity, l.owner,
                   CASE WHEN l.owner IS NOT NULL THEN h.unit || '/' || o.same_name END AS owner_key,
                   COALESCE(l.department, s.department) AS department, h.found, found.n AS found_n,
                   CASE WHEN l.has_plan = 1 THEN p.due END AS due_original,
                   CASE WHEN l.has_plan = 1 THEN due.n END AS due_original_n,
                   COALESCE(l.moved_due, CASE WHEN l.has_plan = 1 THEN p.due END) AS due,
                   COALESCE(l.moved_due_n, CASE WHEN l.has_plan = 1 THEN due.n END) AS due_n,
                   l.rectified, l.rectified_n, l.closed, l.closed_n, l.escalated_n, l.answered_n, l.deferrals, l.reopened AS reopens, l.today_n, c.due_soon_days,
                   CASE WHEN l.status IN ('unplanned', 'planned', 'rectified') THEN 1 ELSE 0 END AS is_open
            FROM (SELECT f.*, t.n AS today_n, ROW_NUMBER() OVER (PARTITION BY f.campaign, f.hazard ORDER BY f.n DESC) AS back
                  FROM folded f
                  JOIN (SELECT d.n FROM as_of a JOIN day_numbers d ON d.day = a.day) t ON f.day_n <= t.n) l
            JOIN hazards h ON h.campaign = l.campaign AND h.hazard = l.hazard
            JOIN campaigns c ON c.campaign = l.campaign
            JOIN day_numbers found ON found.day = h.found
            LEFT JOIN units u ON u.campaign = h.campaign AND u.unit = h.unit
            LEFT JOIN sections s ON s.campaign = h.campaign AND s.checklist = h.checklist AND s.section = h.section
            LEFT JOIN plans p ON p.campaign = h.campaign AND p.hazard = h.hazard
            LEFT JOIN day_numbers due ON due.day = p.due
            LEFT JOIN owner_names o ON o.campaign = l.campaign AND o.name = l.owner
            WHERE l.back = 1) p) q;

CREATE VIEW by_keys AS
SELECT 'everything' AS by_key UNION ALL SELECT 'campaign' UNION ALL SELECT 'unit' UNION ALL SELECT 'type' UNION ALL SELECT 'area'
UNION ALL SELECT 'section' UNION ALL SELECT 'item' UNION ALL SELECT 'round' UNION ALL SELECT 'severity' UNION ALL SELECT 'department'
UNION ALL SELECT 'owner';

-- Each hazard once for every key, with its rank among the closed or the open ones of its group, for the medians.
CREATE VIEW hazard_places AS
SELECT g.*, COUNT(*) OVER (PARTITION BY g.by_key, g.campaign_key, g.key_value, g.kind) AS of_kind,
       ROW_NUMBER() OVER (PARTITION BY g.by_key, g.campaign_key, g.key_value, g.kind ORDER BY g.days) AS nth
FROM (SELECT h.*, k.by_key, CASE WHEN k.by_key = 'everything' THEN NULL ELSE h.campaign END AS campaign_key,
             CASE k.by_key WHEN 'unit' THEN h.unit WHEN 'type' THEN h.type WHEN 'area' THEN h.area WHEN 'section' THEN h.section
                           WHEN 'item' THEN h.item WHEN 'round' THEN h.round WHEN 'severity' THEN h.severity
                           WHEN 'department' THEN h.department WHEN 'owner' THEN h.owner_key END AS key_value,
             CASE WHEN h.is_open = 1 THEN 'open' ELSE h.status END AS kind, COALESCE(h.days_to_close, h.open_age) AS days
      FROM hazard_status h CROSS JOIN by_keys k) g;

CREATE VIEW status_sums AS
SELECT by_key, campaign_key AS campaign, key_value,
       CAST(SUM(CASE WHEN status <> 'void' THEN 1 ELSE 0 END) AS bigint) AS found,
       CAST(SUM(is_open) AS bigint) AS open,
       CAST(SUM(CASE WHEN status = 'unplanned' THEN 1 ELSE 0 END) AS bigint) AS unplanned,
       CAST(SUM(CASE WHEN status = 'planned' THEN 1 ELSE 0 END) AS bigint) AS planned,
       CAST(SUM(CASE WHEN status = 'rectified' THEN 1 ELSE 0 END) AS bigint) AS rectified,
       CAST(SUM(CASE WHEN status = 'closed' THEN 1 ELSE 0 END) AS bigint) AS closed,
       CAST(SUM(CASE WHEN status = 'void' THEN 1 ELSE 0 END) AS bigint) AS void,
       CAST(SUM(overdue) AS bigint) AS overdue, CAST(SUM(due_soon) AS bigint) AS due_soon, CAST(SUM(no_due) AS bigint) AS no_due,
       CAST(SUM(CASE WHEN status <> 'void' THEN escalated ELSE 0 END) AS bigint) AS escalated, CAST(SUM(waiting) AS bigint) AS waiting,
       CAST(SUM(was_due) AS bigint) AS was_due, CAST(SUM(on_time) AS bigint) AS on_time,
       CAST(SUM(was_due_original) AS bigint) AS was_due_original, CAST(SUM(on_time_original) AS bigint) AS on_time_original,
       CAST(SUM(days_to_close) AS bigint) AS days_to_close,
       CAST(SUM(CASE WHEN kind = 'closed' AND 2 * nth BETWEEN of_kind AND of_kind + 2 THEN days ELSE 0 END) AS bigint) AS middle_closed,
       CAST(SUM(CASE WHEN kind = 'closed' AND 2 * nth BETWEEN of_kind AND of_kind + 2 THEN 1 ELSE 0 END) AS bigint) AS middles_closed,
       CAST(SUM(CASE WHEN kind = 'open' AND 2 * nth BETWEEN of_kind AND of_kind + 2 THEN days ELSE 0 END) AS bigint) AS middle_open,
       CAST(SUM(CASE WHEN kind = 'open' AND 2 * nth BETWEEN of_kind AND of_kind + 2 THEN 1 ELSE 0 END) AS bigint) AS middles_open
FROM hazard_places
GROUP BY by_key, campaign_key, key_value
-- On a day on which nothing has been found yet: a row of zeros, as `hazcheck status` has it.
UNION ALL
SELECT 'campaign', c.campaign, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
FROM campaigns c
WHERE NOT EXISTS (SELECT 1 FROM hazards h JOIN as_of a ON h.found <= a.day WHERE h.campaign = c.campaign)
UNION ALL
SELECT 'everything', NULL, NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
WHERE NOT EXISTS (SELECT 1 FROM hazards h JOIN as_of a ON h.found <= a.day);

-- Rates in percent and days, with two decimals, rounded half up; NULL where there is nothing to divide by.
CREATE VIEW status_figures AS
SELECT by_key, campaign, key_value, found, open, unplanned, planned, rectified, closed, void, overdue, due_soon, no_due,
       escalated, waiting,
       CASE WHEN found > 0 THEN CAST((closed * 20000 + found - (closed * 20000 + found) % (2 * found)) / (2 * found) / 100.0 AS decimal(12, 2)) END AS closure_rate,
       CASE WHEN was_due > 0 THEN CAST((on_time * 20000 + was_due - (on_time * 20000 + was_due) % (2 * was_due)) / (2 * was_due) / 100.0 AS decimal(12, 2)) END AS on_time_rate,
       CASE WHEN was_due_original > 0 THEN CAST((on_time_original * 20000 + was_due_original - (on_time_original * 20000 + was_due_original) % (2 * was_due_original))
                                                / (2 * was_due_original) / 100.0 AS decimal(12, 2)) END AS on_time_rate_original,
       CASE WHEN closed > 0 THEN CAST((days_to_close * 200 + closed - (days_to_close * 200 + closed) % (2 * closed)) / (2 * closed) / 100.0 AS decimal(12, 2)) END AS mean_days_to_close,
       CASE WHEN closed > 0 THEN CAST(middle_closed * 100 / middles_closed / 100.0 AS decimal(12, 2)) END AS median_days_to_close,
       CASE WHEN open > 0 THEN CAST(middle_open * 100 / middles_open / 100.0 AS decimal(12, 2)) END AS median_open_age
FROM status_sums;

CREATE VIEW status_everything AS SELECT * FROM status_figures WHERE by_key = 'everything';
CREATE VIEW status_total AS SELECT * FROM status_figures WHERE by_key = 'campaign';
CREATE VIEW status_by_unit AS SELECT * FROM status_figures WHERE by_key = 'unit';
CREATE VIEW status_by_type AS SELECT * FROM status_figures WHERE by_key = 'type';
CREATE VIEW status_by_area AS SELECT * FROM status_figures WHERE by_key = 'area';
CREATE VIEW status_by_section AS SELECT * FROM status_figures WHERE by_key = 'section';
CREATE VIEW status_by_item AS SELECT * FROM status_figures WHERE by_key = 'item';
CREATE VIEW status_by_round AS SELECT * FROM status_figures WHERE by_key = 'round';
CREATE VIEW status_by_severity AS SELECT * FROM status_figures WHERE by_key = 'severity';
CREATE VIEW status_by_department AS SELECT * FROM status_figures WHERE by_key = 'department';
CREATE VIEW status_by_owner AS SELECT * FROM status_figures WHERE by_key = 'owner';

-- Events of the period are counted, not hazards; that is why opening + found + reopened - closed - voided = closing.
CREATE VIEW hazard_flows AS
SELECT f.campaign, f.hazard, h.unit, h.round, h.section,
       MAX(CASE WHEN f.day_n < t.from_n AND f.n = b.before_n AND f.stage IN ('open', 'rectified') THEN 1 ELSE 0 END) AS opening,
       SUM(CASE WHEN f.day_n >= t.from_n AND f.what = 'found' THEN 1 ELSE 0 END) AS found,
       SUM(CASE WHEN f.day_n >= t.from_n THEN f.reopens ELSE 0 END) AS reopened,
       SUM(CASE WHEN f.day_n >= t.from_n THEN f.closes ELSE 0 END) AS closed,
       SUM(CASE WHEN f.day_n >= t.from_n AND f.what = 'voided' THEN f.allowed ELSE 0 END) AS voided,
       MAX(CASE WHEN f.n = b.last_n AND f.stage IN ('open', 'rectified') THEN 1 ELSE 0 END) AS closing,
       SUM(CASE WHEN f.day_n >= t.from_n THEN f.rectifies ELSE 0 END) AS rectified,
       SUM(CASE WHEN f.day_n >= t.from_n AND f.what = 'deferred' THEN f.allowed ELSE 0 END) AS deferred,
       SUM(CASE WHEN f.day_n >= t.from_n AND f.what = 'escalated' THEN f.allowed ELSE 0 END) AS escalated,
       SUM(CASE WHEN f.day_n >= t.from_n AND f.what = 'answered' THEN f.allowed ELSE 0 END) AS answered
FROM folded f
JOIN (SELECT a.n AS from_n, b.n AS to_n FROM flow_period p JOIN day_numbers a ON a.day = p.first_day JOIN day_numbers b ON b.day = p.last_day) t
  ON f.day_n <= t.to_n
JOIN (SELECT s.campaign, s.hazard, MAX(CASE WHEN s.day_n < a.n THEN s.n END) AS before_n, MAX(CASE WHEN s.day_n <= b.n THEN s.n END) AS last_n
      FROM steps s CROSS JOIN flow_period p JOIN day_numbers a ON a.day = p.first_day JOIN day_numbers b ON b.day = p.last_day
      GROUP BY s.campaign, s.hazard) b ON b.campaign = f.campaign AND b.hazard = f.hazard
JOIN hazards h ON h.campaign = f.campaign AND h.hazard = f.hazard
GROUP BY f.campaign, f.hazard, h.unit, h.round, h.section;

CREATE VIEW flows AS
SELECT c.campaign, COALESCE(SUM(f.opening), 0) AS opening, COALESCE(SUM(f.found), 0) AS found, COALESCE(SUM(f.reopened), 0) AS reopened,
       COALESCE(SUM(f.closed), 0) AS closed, COALESCE(SUM(f.voided), 0) AS voided, COALESCE(SUM(f.closing), 0) AS closing,
       COALESCE(SUM(f.rectified), 0) AS rectified, COALESCE(SUM(f.deferred), 0) AS deferred, COALESCE(SUM(f.escalated), 0) AS escalated,
       COALESCE(SUM(f.answered), 0) AS answered
FROM campaigns c LEFT JOIN hazard_flows f ON f.campaign = c.campaign
GROUP BY c.campaign;

-- The units that a round is to inspect: those its filter takes and that are in the roster on some day of its window.
CREATE VIEW round_units AS
SELECT x.campaign, x.round, x.seq, x.unit, x.first_day, x.last_day, x.day
FROM (SELECT r.campaign, r.round, r.seq, r.first_day, r.last_day, u.unit, u.type, u.valid_from, u.valid_to, a.day,
             CASE WHEN r.first_day IS NOT NULL THEN r.first_day WHEN r.last_day < a.day THEN r.last_day ELSE a.day END AS opens,
             CASE WHEN r.last_day IS NOT NULL THEN r.last_day WHEN r.first_day > a.day THEN r.first_day ELSE a.day END AS ends
      FROM rounds r JOIN units u ON u.campaign = r.campaign CROSS JOIN as_of a) x
WHERE (x.valid_from IS NULL OR x.valid_from <= x.ends) AND (x.valid_to IS NULL OR x.opens <= x.valid_to)
  AND (NOT EXISTS (SELECT 1 FROM round_filters f WHERE f.campaign = x.campaign AND f.round = x.round)
       OR EXISTS (SELECT 1 FROM round_filters f WHERE f.campaign = x.campaign AND f.round = x.round AND f.kind = 'unit' AND f.value = x.unit)
       OR (EXISTS (SELECT 1 FROM round_filters f WHERE f.campaign = x.campaign AND f.round = x.round AND f.kind IN ('type', 'trait'))
           AND (NOT EXISTS (SELECT 1 FROM round_filters f WHERE f.campaign = x.campaign AND f.round = x.round AND f.kind = 'type')
                OR EXISTS (SELECT 1 FROM round_filters f WHERE f.campaign = x.campaign AND f.round = x.round AND f.kind = 'type' AND f.value = x.type))
           AND (SELECT COUNT(*) FROM round_filters f WHERE f.campaign = x.campaign AND f.round = x.round AND f.kind = 'trait')
               = (SELECT COUNT(*) FROM round_filters f JOIN unit_traits t ON t.campaign = f.campaign AND t.trait = f.value
                  WHERE f.campaign = x.campaign AND f.round = x.round AND f.kind = 'trait' AND t.unit = x.unit)));

-- The items that apply to a unit.
CREATE VIEW item_units AS
SELECT i.campaign, i.checklist, i.section, i.item, u.unit
FROM items i
JOIN sections s ON s.campaign = i.campaign AND s.checklist = i.checklist AND s.section = i.section AND s.covered_elsewhere = 0
JOIN units u ON u.campaign = i.campaign
WHERE NOT EXISTS (SELECT 1 FROM item_filters f WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item)
   OR EXISTS (SELECT 1 FROM item_filters f WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item AND f.kind = 'unit' AND f.value = u.unit)
   OR (EXISTS (SELECT 1 FROM item_filters f WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item AND f.kind IN ('type', 'trait'))
       AND (NOT EXISTS (SELECT 1 FROM item_filters f WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item AND f.kind = 'type')
            OR EXISTS (SELECT 1 FROM item_filters f WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item AND f.kind = 'type' AND f.value = u.type))
       AND (SELECT COUNT(*) FROM item_filters f WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item AND f.kind = 'trait')
           = (SELECT COUNT(*) FROM item_filters f JOIN unit_traits t ON t.campaign = f.campaign AND t.trait = f.value
              WHERE f.campaign = i.campaign AND f.checklist = i.checklist AND f.item = i.item AND f.kind = 'trait' AND t.unit = u.unit));

-- As `hazcheck report coverage`. Items are those of the checklist answered, else of the campaign's newest.
CREATE VIEW coverage AS
SELECT q.campaign, q.round, q.first_day, q.last_day, q.units_expected, q.units_recorded, q.units_complete,
       CASE WHEN q.units_expected > 0 THEN CAST((q.units_complete * 20000 + q.units_expected - (q.units_complete * 20000 + q.units_expected) % (2 * q.units_expected))
                                                / (2 * q.units_expected) / 100.0 AS decimal(12, 2)) END AS coverage,
       q.items_applicable, q.items_answered,
       CASE WHEN q.items_applicable > 0 THEN CAST((q.items_answered * 20000 + q.items_applicable - (q.items_answered * 20000 + q.items_applicable) % (2 * q.items_applicable))
                                                  / (2 * q.items_applicable) / 100.0 AS decimal(12, 2)) END AS item_coverage,
       q.late
FROM (SELECT x.campaign, x.round, x.seq, x.first_day, x.last_day, CAST(COUNT(*) AS bigint) AS units_expected,
             CAST(SUM(x.recorded) AS bigint) AS units_recorded, CAST(SUM(x.complete) AS bigint) AS units_complete,
             CAST(SUM(COALESCE(i.applicable, 0)) AS bigint) AS items_applicable, CAST(SUM(COALESCE(i.answered, 0)) AS bigint) AS items_answered,
             CAST(SUM(x.late) AS bigint) AS late
      FROM (SELECT e.campaign, e.round, e.seq, e.unit, e.first_day, e.last_day, CASE WHEN r.day IS NOT NULL THEN 1 ELSE 0 END AS recorded,
                   CASE WHEN r.complete = 1 AND r.has_scope = 0 THEN 1 ELSE 0 END AS complete,
                   CASE WHEN e.first_day IS NOT NULL AND e.last_day < e.day
                             AND NOT (r.day IS NOT NULL AND r.complete = 1 AND r.day <= e.last_day) THEN 1 ELSE 0 END AS late
            FROM round_units e
            LEFT JOIN records r ON r.campaign = e.campaign AND r.round = e.round AND r.unit = e.unit AND r.day <= e.day) x
      LEFT JOIN (SELECT e.campaign, e.round, e.unit, SUM(CASE WHEN a.outcome = 'na' THEN 0 ELSE 1 END) AS applicable,
                        SUM(CASE WHEN a.outcome IN ('pass', 'fail') THEN 1 ELSE 0 END) AS answered
                 FROM (SELECT e.campaign, e.round, e.unit, r.has_scope, COALESCE(r.checklist, c.checklist) AS checklist,
                              CASE WHEN r.checklist IS NOT NULL THEN 1 ELSE 0 END AS answers
                       FROM round_units e
                       LEFT JOIN records r ON r.campaign = e.campaign AND r.round = e.round AND r.unit = e.unit AND r.day <= e.day
                       LEFT JOIN (SELECT l.campaign, l.checklist, ROW_NUMBER() OVER (PARTITION BY l.campaign ORDER BY l.version DESC) AS nth
                                  FROM checklists l JOIN campaigns g ON g.campaign = l.campaign AND g.checklist = l.checklist_id) c
                         ON c.campaign = e.campaign AND c.nth = 1) e
                 JOIN item_units i ON i.campaign = e.campaign AND i.checklist = e.checklist AND i.unit = e.unit
                 LEFT JOIN (SELECT DISTINCT campaign, round, unit, section FROM record_scope) s
                   ON s.campaign = e.campaign AND s.round = e.round AND s.unit = e.unit AND s.section = i.section
                 LEFT JOIN answers a ON a.campaign = e.campaign AND a.round = e.round AND a.unit = e.unit AND a.item = i.item
                   AND e.answers = 1 AND (e.has_scope = 0 OR s.section IS NOT NULL)
                 GROUP BY e.campaign, e.round, e.unit) i ON i.campaign = x.campaign AND i.round = x.round AND i.unit = x.unit
      GROUP BY x.campaign, x.round, x.seq, x.first_day, x.last_day) q;

-- As `hazcheck report accuracy EARLIER LATER`, for each two rounds of a campaign.
CREATE VIEW accuracy AS
SELECT q.campaign, q.earlier, q.later, q.checked, q.failed, q.missed,
       CASE WHEN q.failed > 0 THEN CAST((q.missed * 20000 + q.failed - (q.missed * 20000 + q.failed) % (2 * q.failed)) / (2 * q.failed) / 100.0 AS decimal(12, 2)) END AS miss_rate
FROM (SELECT r1.campaign, r1.round AS earlier, r2.round AS later, CAST(COUNT(*) AS bigint) AS checked,
             CAST(SUM(CASE WHEN b.outcome = 'fail' THEN 1 ELSE 0 END) AS bigint) AS failed,
             CAST(SUM(CASE WHEN b.outcome = 'fail' AND a.outcome = 'pass' THEN 1 ELSE 0 END) AS bigint) AS missed
      FROM as_of t
      JOIN records c1 ON c1.day <= t.day
      JOIN rounds r1 ON r1.campaign = c1.campaign AND r1.round = c1.round
      JOIN rounds r2 ON r2.campaign = r1.campaign AND r2.seq > r1.seq
      JOIN records c2 ON c2.campaign = r2.campaign AND c2.round = r2.round AND c2.unit = c1.unit AND c2.day <= t.day
      JOIN answers a ON a.campaign = c1.campaign AND a.round = c1.round AND a.unit = c1.unit AND a.outcome IN ('pass', 'fail')
      JOIN answers b ON b.campaign = c2.campaign AND b.round = c2.round AND b.unit = c2.unit AND b.item = a.item AND b.outcome IN ('pass', 'fail')
      JOIN item_units i1 ON i1.campaign = a.campaign AND i1.checklist = a.checklist AND i1.item = a.item AND i1.unit = a.unit
      JOIN item_units i2 ON i2.campaign = b.campaign AND i2.checklist = b.checklist AND i2.item = b.item AND i2.unit = b.unit
      GROUP BY r1.campaign, r1.round, r2.round) q;
