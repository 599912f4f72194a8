"""A valid workspace with random hazards, written by a simulation that knows the table of transitions by itself.

Rounds `self` (plans required), `bureau` and `joint` (plans optional), 40 units, two departments. Every kind of event and
follow-up occurs; what is written is what the rules allow, so that reports do not refuse it.
"""
import datetime
import os
import random

UNITS = 40
ROUNDS = {"self": datetime.date(2020, 3, 30), "bureau": datetime.date(2020, 4, 16), "joint": datetime.date(2020, 5, 6)}
ITEMS = {"fire": ["fire.exits", "fire.signs", "fire.store"], "food": ["food.law", "food.keep"], "site": ["site.gate"]}
DEPARTMENT = {"fire": "brigade", "food": "market"}


def day(date):
    return date.isoformat()


class Made:
    def __init__(self, path, records):
        self.path = path
        self.records = records

    def cut(self, path, until):
        """The workspace as it would have been written on that day."""
        records = []
        for r in self.records:
            hazards = []
            for h in r["hazards"]:
                if h["found"] > until:
                    continue
                h = dict(h, log=[e for e in h["log"] if e["date"] <= until])
                if h["plan"] and h["plan"]["made"] > until:
                    h["plan"] = None
                hazards.append(h)
            later = r["date"] > until
            if later and not hazards:
                continue
            records.append(dict(r, hazards=hazards, followups=[] if later else r["followups"]))
        return write(path, records)


class Life:
    """One hazard day by day, always doing what is allowed."""

    def __init__(self, chance, optional, found, owners):
        self.chance, self.optional, self.owners = chance, optional, owners
        self.state, self.escalated, self.due = "unplanned", False, None
        self.owner = None
        self.parts = set()
        self.found = found
        self.log, self.plan = [], None
        self.today = found

    def make_plan(self):
        chance = self.chance
        made = self.found + datetime.timedelta(chance.choice([0, 0, 1, 3]))
        plan = {"made": day(made), "measures": "fix it", "due": day(made + datetime.timedelta(chance.randrange(1, 25))),
                "owner": chance.choice(self.owners), "funding": chance.choice(["{amount: 0}", "{amount: 120.50, source: own}"])}
        if self.optional and chance.random() < 0.4:
            for part in chance.sample(["measures", "due", "owner", "funding"], chance.randrange(1, 4)):
                del plan[part]
        self.plan, self.planned_on = plan, made
        return plan

    def has_plan(self):
        return self.plan is not None and day(self.today) >= self.plan["made"]

    def base(self):
        whole = self.has_plan() and {"measures", "funding"} <= set(self.plan) and self.due and self.owner
        return "planned" if whole else "unplanned"

    def begin_plan(self):
        self.due = self.plan.get("due", self.due)
        self.owner = self.plan.get("owner", self.owner)
        if self.state == "unplanned":
            self.state = self.base()

    def choices(self):
        can_rectify = self.state == "planned" or (self.state == "unplanned" and self.optional)
        if self.state == "closed":
            return ["reopened", None, None, None] + (["answered"] if self.escalated else [])
        out = ["regraded", "escalated", "supervised", "voided", None]
        if can_rectify:
            out += ["rectified"] * 5
        if self.state == "rectified":
            out += ["closed"] * 6 + ["rejected"] * 2
        if self.due:
            out += ["deferred"]
        if self.has_plan():
            out += ["reassigned"]
        if self.escalated:
            out += ["answered"] * 2
        return out

    def act(self, kind):
        chance, e = self.chance, {"date": day(self.today), "event": kind, "by": "Vera"}
        if kind == "rectified":
            e["by"], self.state = chance.choice(self.owners), "rectified"
        elif kind == "closed":
            self.state = "closed"
        elif kind == "rejected":
            e["reason"], self.state = "not done", self.base()
        elif kind == "reopened":
            e["reason"] = "again"
            if chance.random() < 0.5:
                e["due"] = self.due = day(self.today + datetime.timedelta(chance.randrange(5, 20)))
            self.state = self.base()
        elif kind == "deferred":
            e["reason"] = "later"
            e["due"] = self.due = day(datetime.date.fromisoformat(max(self.due, day(self.today))) + datetime.timedelta(chance.randrange(1, 20)))
        elif kind == "regraded":
            e.update(severity=chance.choice(["general", "major", "grave"]), reason="looked again")
        elif kind == "reassigned":
            self.owner = e["owner"] = chance.choice(self.owners)
            e["reason"] = "other work"
        elif kind == "escalated":
            e.update(to=chance.choice(["authority", "district", "brigade", "market"]), reason="beyond us")
            self.escalated = True
        elif kind == "answered":
            e["note"] = "seen"
            if chance.random() < 0.5:
                e["department"] = chance.choice(["brigade", "market"])
        elif kind == "voided":
            e["reason"], self.state = "no hazard", "void"
        if self.state == "unplanned":  # a deferral, reopening or new owner may be the last part
            self.state = self.base()
        self.log.append(e)

    def follow_up(self):
        """What an inspection on today finds; None where there is nothing to say."""
        if self.state == "void":
            return None
        if self.state == "closed":
            result = self.chance.choice(["closed", "recurred"])
        elif self.state == "rectified":
            result = self.chance.choice(["closed", "still-open"])
        else:
            can = self.state == "planned" or self.optional
            result = self.chance.choice(["closed", "still-open"]) if can else "still-open"
        if result == "closed":
            self.state = "closed"
        elif self.state in ("rectified", "closed"):
            self.state = self.base()
        return result

    def live(self, inspections):
        """Runs to the end; `inspections` are (date, round) of later rounds. Returns the follow-ups."""
        chance, found = self.chance, []
        pending = list(inspections)
        if not self.optional or chance.random() < 0.8:
            self.make_plan()
        for _ in range(chance.randrange(0, 12)):
            step = self.today + datetime.timedelta(chance.choice([0, 0, 1, 2, 5, 9]))
            if self.plan and not self.begun() and self.planned_on <= step:
                self.pass_inspections(pending, found, self.planned_on, before=True)
                self.today = max(self.today, self.planned_on)
                self.mark_begun()
            self.pass_inspections(pending, found, step, before=True)
            self.today = step
            if self.state == "void":
                break
            kind = chance.choice(self.choices())
            if kind:
                self.act(kind)
        if self.plan and not self.begun() and self.state != "void":
            self.pass_inspections(pending, found, self.planned_on, before=True)
            self.today = max(self.today, self.planned_on)
            self.mark_begun()
        self.pass_inspections(pending, found, datetime.date(2030, 1, 1), before=True)
        return found

    def begun(self):
        return getattr(self, "has_begun", False)

    def mark_begun(self):
        self.has_begun = True
        self.begin_plan()

    def pass_inspections(self, pending, found, until, before):
        """Inspections come after the log of their own day."""
        while pending and pending[0][0] < until:
            date, round_ = pending.pop(0)
            if date < self.found:
                continue
            self.today = max(self.today, date)
            if self.chance.random() < 0.6:
                result = self.follow_up()
                if result:
                    found.append((round_, result))


def make(path, seed, hazards):
    chance = random.Random(seed)
    records = {}
    for u in range(1, UNITS + 1):
        for round_, start in ROUNDS.items():
            records[round_, u] = {"round": round_, "unit": "u%d" % u, "date": day(start + datetime.timedelta(chance.randrange(10))),
                                  "hazards": [], "followups": [], "state": chance.choice(["complete", "complete", "draft"])}
    for n in range(hazards):
        round_ = chance.choice(list(ROUNDS))
        u = chance.randrange(1, UNITS + 1)
        record = records[round_, u]
        date = datetime.date.fromisoformat(record["date"])
        found = date - datetime.timedelta(chance.choice([0, 0, 0, 1, 2]))
        owners = ["Ann %d" % u, "Bob %d" % u, "Cai %d" % u]
        life = Life(chance, round_ != "self", found, owners)
        order = list(ROUNDS)
        later = [(datetime.date.fromisoformat(records[r, u]["date"]), r) for r in order[order.index(round_) + 1 :]]
        h = {"id": "H%d" % (len(record["hazards"]) + 1), "found": day(found),
             "item": chance.choice([i for items in ITEMS.values() for i in items] + list(ITEMS)),
             "severity": chance.choice([None, "general", "major"])}
        for r, result in life.live(later):
            records[r, u]["followups"].append(("%s/u%d/%s" % (round_, u, h["id"]), result))
        h.update(plan=life.plan, log=life.log)
        record["hazards"].append(h)
    return Made(write(path, list(records.values())), list(records.values()))


def put(path, name, text):
    name = os.path.join(path, name)
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)


def write(path, records):
    put(path, "hazcheck.yaml", """hazcheck: campaign/1
id: random
title: Random hazards
checklist: little
authority: {id: bureau, title: Bureau, people: [{name: Vera, role: inspector}]}
departments:
  - {id: brigade, title: Fire brigade}
  - {id: market, title: Market supervision}
types:
  - {id: junior, title: Junior}
  - {id: primary, title: Primary}
start: 2020-03-25
milestones: {resumption: 2020-05-04}
rounds:
  - {id: self, title: Self, by: unit, from: start, to: 2020-04-12, plan: required}
  - {id: bureau, title: Bureau, by: authority, from: 2020-04-13, to: resumption, plan: optional}
  - {id: joint, title: Joint, by: joint, from: resumption, to: resumption + 14d, plan: optional}
policy:
  severities:
    - {id: general, title: General}
    - {id: major, title: Major}
    - {id: grave, title: Grave}
  due_soon_days: 5
""")
    units = ["hazcheck: roster/1", "units:"]
    for u in range(1, UNITS + 1):
        area = "" if u % 4 == 0 else ", area: %s" % ("east" if u % 2 else "west")
        units.append("  - {id: u%d, title: Unit %d, type: %s%s, people: [{name: Ann %d, role: head}, {name: Bob %d, role: safety}]}"
                     % (u, u, "primary" if u % 3 else "junior", area, u, u))
    put(path, "roster.yaml", "\n".join(units) + "\n")
    checklist = ["hazcheck: checklist/1", "id: little", "version: 1", "title: Little", "sections:"]
    for section, items in ITEMS.items():
        checklist += ["  - id: " + section, "    title: " + section]
        if section in DEPARTMENT:
            checklist.append("    department: " + DEPARTMENT[section])
        checklist.append("    items:")
        for item in items:
            checklist += ["      - id: " + item, "        text: Item " + item]
            if item == "fire.store":
                checklist.append("        severity: major")
    put(path, "checklists/little.yaml", "\n".join(checklist) + "\n")
    for r in records:
        put(path, "records/%s/%s.yaml" % (r["round"], r["unit"]), record_text(r))
    return path


def record_text(r):
    failed = {h["item"] for h in r["hazards"]}
    lines = ["hazcheck: record/1", "round: " + r["round"], "unit: " + r["unit"], "checklist: little/1", "date: " + r["date"],
             "state: " + r["state"], "inspectors: [Vera]", "answers:"]
    for items in ITEMS.values():
        lines += ["  %s: %s" % (i, "fail" if i in failed else "pass") for i in items]
    if r["hazards"]:
        lines.append("hazards:")
    for h in r["hazards"]:
        lines += ["  - id: " + h["id"], "    item: " + h["item"]]
        if h["found"] != r["date"]:
            lines.append("    found: " + h["found"])
        if h["severity"]:
            lines.append("    severity: " + h["severity"])
        lines.append("    description: something is wrong")
        if h["plan"]:
            lines.append("    plan:")
            lines += ["      %s: %s" % item for item in h["plan"].items()]
        if h["log"]:
            lines.append("    log:")
            lines += ["      - {%s}" % ", ".join("%s: %s" % item for item in e.items()) for e in h["log"]]
    if r["followups"]:
        lines.append("followups:")
        lines += ["  - {hazard: %s, result: %s, by: Vera, reason: looked}" % f for f in r["followups"]]
    return "\n".join(lines) + "\n"
