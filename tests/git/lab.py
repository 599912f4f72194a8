"""What the tests with real git share: a folder of its own, a fixed identity and clock, and a small workspace.

A test is a function named test_…; main() runs them one by one and names what failed.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import traceback

TODAY = "2020-05-18"
ITEMS = ["fire.exits", "fire.signs", "fire.drill", "fire.rate"]

CAMPAIGN = """hazcheck: campaign/1
id: test
title: 示例
checklist: test
authority: {id: bureau, title: 示例教育局, people: [{name: 赵敏, role: 法制科}, {name: 钱进, role: 综合科}]}
departments: [{id: fire-brigade, title: 消防}]
start: 2020-03-30
milestones: {resumption: 2020-04-27}
rounds:
  - {id: self, by: unit, from: start, to: 2020-04-10, plan: required}
  - {id: bureau, by: authority, from: 2020-04-13, to: resumption, writeoff: required}
  - {id: joint, by: joint, from: resumption, to: resumption + 13d, writeoff: required, scope: allowed}
policy:
  severities:
    - {id: general, title: 一般}
    - {id: major, title: 重大, requires: [interim, emergency_plan], close_by: authority}
  backdate_days: 20000
"""
ROSTER = """hazcheck: roster/1
units:
  - {id: u1, title: 示例一中, type: junior, people: [{name: 孙校长, role: head}, {name: 李四, role: safety}]}
  - {id: u2, title: 示例二小, type: primary, people: [{name: 周五, role: head}, {name: 吴六, role: safety}]}
  - {id: u3, title: 示例三幼, type: primary, people: [{name: 郑七, role: head}, {name: 王八, role: safety}]}
"""
CHECKLIST = """hazcheck: checklist/1
id: test
version: 1
title: 示例
sections:
  - id: fire
    title: 消防
    department: fire-brigade
    items:
      - {id: fire.exits, text: 通道}
      - {id: fire.signs, text: 标识}
      - {id: fire.drill, text: 演练}
      - {id: fire.rate, text: 完好率}
"""


def plan(due="2020-05-20", owner="李四", measures="清空", made="2020-04-08"):
    return f"""    plan:
      made: {made}
      measures: {measures}
      due: {due}
      funding: {{amount: 0}}
      owner: {owner}
"""


def hazard(name, log=(), item="fire", **keys):
    text = f"  - id: {name}\n    item: {item}\n    description: 通道堆放课桌 {name}\n" + plan(**keys)
    if log:
        text += "    log:\n" + "".join(f"      - {{{entry}}}\n" for entry in log)
    return text


def record(unit="u1", round_="self", date="2020-04-07", hazards=(), followups=(), state="complete", people="张三"):
    text = (f"hazcheck: record/1\nround: {round_}\nunit: {unit}\nchecklist: test/1\ndate: {date}\nstate: {state}\n"
            f"inspectors: [{people}]\nanswers:\n" + "".join(f"  {i}: pass\n" for i in ITEMS))
    if hazards:
        text += "hazards:\n" + "".join(hazards)
    if followups:
        text += "followups:\n" + "".join(f"  - {{{f}}}\n" for f in followups)
    return text


class Ran:
    def __init__(self, done):
        self.code, self.out = done.returncode, done.stdout

    def __str__(self):
        return f"exit {self.code}\n{self.out.decode('utf-8', 'backslashreplace')}"

    @property
    def text(self):
        return self.out.decode("utf-8", "backslashreplace")


class Lab:
    """A repository in a temporary folder. hazcheck is in the PATH of everything it runs."""
    program = ""

    def __init__(self, workspace="", init=()):
        self.folder = os.path.realpath(tempfile.mkdtemp(prefix="hazcheck-git-"))
        self.root = os.path.join(self.folder, "repo")
        self.workspace = os.path.join(self.root, workspace) if workspace else self.root
        self.env = {"PATH": os.path.dirname(self.program) + ":/usr/bin:/bin", "HOME": self.folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                    "NO_COLOR": "1", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_EDITOR": "true"}
        for who in ("AUTHOR", "COMMITTER"):
            self.env[f"GIT_{who}_NAME"], self.env[f"GIT_{who}_EMAIL"] = "Test", "test@example.org"
            self.env[f"GIT_{who}_DATE"] = TODAY + "T08:00:00Z"
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS"):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.run("git", "init", "-q", "-b", "main", *init, self.root, cwd=self.folder)
        self.put("hazcheck.yaml", CAMPAIGN)
        self.put("roster.yaml", ROSTER)
        self.put("checklists/test.yaml", CHECKLIST)
        self.put(".gitattributes", "records/**/*.yaml diff=hazcheck merge=hazcheck\n")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *argv, cwd=None, fails=None, env=None, data=None):
        """Runs it; with `fails` it has to exit with that code (True: any but 0), with None it may not fail."""
        done = subprocess.run(argv, cwd=cwd or self.root, env=dict(self.env, **(env or {})), input=data or b"", stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=300, check=False)
        ran = Ran(done)
        wanted = done.returncode != 0 if fails is True else done.returncode == (fails or 0)
        assert wanted, f"{argv}: {ran}"
        return ran

    def git(self, *args, **more):
        return self.run("git", *args, **more)

    def hazcheck(self, *args, **more):
        more.setdefault("cwd", self.workspace)
        return self.run(self.program, "--as-of", TODAY, *args, **more)

    def put(self, path, text, within=None):
        full = pathlib.Path(within or self.workspace, path)
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_bytes(text if isinstance(text, bytes) else text.encode())

    def get(self, path):
        return pathlib.Path(self.workspace, path).read_text(encoding="utf-8")

    def get_bytes(self, path):
        return pathlib.Path(self.workspace, path).read_bytes()

    def change(self, path, old, new):
        text = self.get(path)
        assert old in text, f"{path} has no {old!r}"
        self.put(path, text.replace(old, new, 1))

    def commit(self, subject, *args, **more):
        self.git("add", "-A")
        return self.git("commit", "-q", "--allow-empty", "-m", subject, *args, **more)

    def head(self, revision="HEAD"):
        return self.git("rev-parse", revision).text.strip()

    def subjects(self, revision="HEAD"):
        return self.git("log", "--format=%s", revision).text.splitlines()


def main(names):
    Lab.program = os.path.abspath(sys.argv[1])
    failed, count = [], 0
    for name, test in list(names.items()):
        if not name.startswith("test_") or (len(sys.argv) > 2 and sys.argv[2] not in name):
            continue
        count += 1
        try:
            test()
        except Exception:  # pylint: disable=broad-except
            failed.append(name)
            print(f"--- {name}: {test.__doc__}\n{traceback.format_exc()}")
    if failed or count == 0:
        sys.exit(f"{len(failed)} of {count} failed: {', '.join(failed)}")
    print(f"{count} passed")
