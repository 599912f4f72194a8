"""A reader for the plain YAML that records are written in, for tests that must not believe hazcheck's own.

Block mappings and sequences, flow mappings and sequences on one line, plain and quoted scalars, comments. Everything is
text; what it does not know is an error, never a guess.
"""
import re


def read(path):
    with open(path, encoding="utf-8") as file:
        lines = [(len(l) - len(l.lstrip(" ")), strip_comment(l).strip()) for l in file.read().split("\n")]
    lines = [(indent, text) for indent, text in lines if text]
    value, rest = block(lines, 0)
    if rest != len(lines):
        raise ValueError("%s: cannot read %r" % (path, lines[rest]))
    return value


def strip_comment(line):
    if line.lstrip().startswith("#"):
        return ""
    quoted = False
    for i, c in enumerate(line):
        if c == '"' and (i == 0 or line[i - 1] != "\\"):
            quoted = not quoted
        elif c == "#" and not quoted and line[i - 1] == " ":
            return line[:i]
    return line


def block(lines, at):
    """The value whose lines begin at `at`, and where the next one begins."""
    indent = lines[at][0]
    if lines[at][1].startswith("- ") or lines[at][1] == "-":
        items = []
        while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("-"):
            text = lines[at][1][1:].strip()
            if re.match(r"[^\s{\[\"'].*?:(\s|$)", text):  # "- id: H1": a mapping two columns further in
                inner = indent + 2
                lines[at] = (inner, text)
                value, at = block(lines, at)
            else:
                value, at = flow(text), at + 1
            items.append(value)
        return items, at
    mapping = {}
    while at < len(lines) and lines[at][0] == indent and not lines[at][1].startswith("- "):
        match = re.match(r"(\"[^\"]*\"|[^\s:][^:]*?):(?:\s+(.*))?$", lines[at][1])
        if not match:
            raise ValueError("not a key: %r" % lines[at][1])
        key, text = match.group(1).strip('"'), match.group(2)
        if text:
            mapping[key], at = flow(text), at + 1
        elif at + 1 < len(lines) and (lines[at + 1][0] > indent or (lines[at + 1][0] == indent and lines[at + 1][1].startswith("- "))):
            mapping[key], at = block(lines, at + 1)
        else:
            mapping[key], at = "", at + 1
    return mapping, at


def flow(text):
    value, rest = flow_value(text, 0, "")
    if text[rest:].strip():
        raise ValueError("cannot read %r" % text)
    return value


def flow_value(text, at, ends):
    while text[at : at + 1] == " ":
        at += 1
    c = text[at : at + 1]
    if c == "{":
        mapping = {}
        at += 1
        while text[at : at + 1] != "}":
            key, at = flow_value(text, at, ":,}")
            if text[at : at + 1] != ":":
                raise ValueError("no value for %r in %r" % (key, text))
            mapping[key], at = flow_value(text, at + 1, ",}")
            at = skip(text, at)
        return mapping, at + 1
    if c == "[":
        items = []
        at += 1
        while text[at : at + 1] != "]":
            value, at = flow_value(text, at, ",]")
            items.append(value)
            at = skip(text, at)
        return items, at + 1
    if c == '"':
        end = re.compile(r'(?:[^"\\]|\\.)*"').match(text, at + 1).end()
        body = text[at + 1 : end - 1]
        return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m.group(1), m.group(1)), body), blanks(text, end)
    end = at
    while end < len(text) and not (text[end] in ends and (text[end] != ":" or text[end + 1 : end + 2] in (" ", ""))):
        end += 1
    return text[at:end].strip(), end


def blanks(text, at):
    while text[at : at + 1] == " ":
        at += 1
    return at


def skip(text, at):
    """Over a comma and blanks."""
    at = blanks(text, at)
    if text[at : at + 1] == ",":
        at += 1
    elif text[at : at + 1] not in ("}", "]"):
        raise ValueError("a comma is missing at %d in %r" % (at, text))
    return blanks(text, at)
