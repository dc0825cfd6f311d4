#!/usr/bin/env python3
"""Writes the manual pages of section 1 from what the program says of its own arguments.

manual.py FOLDER < dump: one page for the program and one for each command, from the JSON of
`wmo-etl --experimental-dump-help`. SOURCE_DATE_EPOCH, VERSION: what stands in their margins.
"""

import datetime
import json
import os
import re
import sys

PROGRAM = "wmo-etl"

# Sections that only the commands which read deliveries have.
RUN_ENVIRONMENT = r""".Bl -tag -width Ds
.It Ev SOURCE_DATE_EPOCH
The time that files name as that of their making, in seconds since 1970, where the same input shall
give the same bytes.
.It Ev TMPDIR
The folder for temporary files, by default
.Pa /tmp .
.El
"""
RUN_FILES = r""".Bl -tag -width Ds
.It Pa wmo\-etl.toml
The configuration, in the input folder; see
.Xr wmo\-etl.toml 5 .
.It Pa OUTPUT/latest
The link to the run that counts.
.It Pa OUTPUT/RUN/manifest.json
What the run read, how it was told to count, how its sums reconcile, and the hashes of its files.
.El
"""
PROGRAM_FILES = r""".Bl -tag -width Ds
.It Pa wmo\-etl.toml
The configuration of a municipality, in its input folder; see
.Xr wmo\-etl.toml 5 .
.It Pa /etc/wmo\-etl/NAME.toml , Pa /etc/wmo\-etl/NAME.env
The configuration of the nightly run
.Pa wmo\-etl@NAME.timer ,
and where its folders are.
.El
"""
READERS = {"run", "check"}

# What manuals call parts of a discussion that have a heading.
HEADINGS = {"EXAMPLE": "EXAMPLES", "EXAMPLES": "EXAMPLES", "EXIT STATUS": "EXIT STATUS"}


def escaped(text):
    """Text of which nothing is an instruction to the formatter."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    for sign, name in (("'", r"\(aq"), ("`", r"\(ga"), ("^", r"\(ha"), ("~", r"\(ti")):
        text = text.replace(sign, name)
    return r"\&" + text if text.startswith(".") else text


def wrapped(text):
    """One sentence a line, as the formatter expects, to set the blanks between them."""
    sentences = re.split(r"(?<=[a-z0-9)\]][.:;]) (?=\S)", text)
    return "\n".join(escaped(sentence) for sentence in sentences) + "\n"


def literal(lines):
    indent = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
    body = "\n".join(escaped(line[indent:]) for line in lines)
    return f".Bd -literal -offset indent\n{body}\n.Ed\n"


def statuses(lines):
    rows = (line.split(None, 1) for line in lines)
    items = "".join(f".It {number}\n{wrapped(meaning)}" for number, meaning in rows)
    return f".Bl -tag -width Ds\n{items}.El\n"


def sections(discussion):
    """The prose of a discussion, and its parts with a heading by their names."""
    prose, parts = [], {}
    for block in re.split(r"\n\s*\n", (discussion or "").strip("\n")):
        lines = block.split("\n")
        heading = HEADINGS.get(lines[0].rstrip(":").upper())
        if heading == "EXIT STATUS":
            parts[heading] = statuses(lines[1:])
        elif heading:
            parts[heading] = literal(lines[1:])
        elif all(line.startswith(" ") for line in lines):
            prose.append(literal(lines))
        else:
            prose.append("".join(wrapped(line) for line in lines))
    return ".Pp\n".join(prose), parts


def name(argument, part):
    dashes = r"\-" if part["kind"] == "long" else ""
    option = f"Fl {dashes}{escaped(part['name'])}"
    return f"{option} Ar {value(argument)}" if argument["kind"] == "option" else option


def value(argument):
    return escaped(argument["valueName"])


def shown(command):
    """The arguments that help shows, a flag and its opposite as one."""
    result = []
    for argument in command.get("arguments", []):
        if not argument["shouldDisplay"]:
            continue
        twin = result[-1] if result else None
        flags = twin and twin["kind"] == argument["kind"] == "flag"
        if flags and twin.get("abstract") == argument.get("abstract"):
            twin["names"] += argument["names"]
        else:
            result.append({**argument, "names": list(argument.get("names", []))})
    return result


def synopsis(command, title):
    lines = [f".Nm {escaped(title)}"]
    for argument in shown(command):
        if argument["kind"] == "positional":
            text = f"Ar {value(argument)}"
        else:
            text = " | ".join(name(argument, part) for part in argument["names"])
        if argument["isRepeating"]:
            text += " ..."
        lines.append(f".Op {text}" if argument["isOptional"] else f".{text}")
    if command.get("subcommands"):
        lines = [lines[0], ".Ar command", ".Op Ar option ..."]
    return "\n".join(lines) + "\n"


def options(command):
    items = []
    for argument in shown(command):
        if argument["kind"] == "positional":
            head = f"Ar {value(argument)}"
        else:
            head = " , ".join(name(argument, part) for part in argument["names"])
        text = argument.get("abstract", "")
        if argument.get("allValues"):
            text += f" One of {', '.join(argument['allValues'])}."
        if argument.get("defaultValue"):
            text += f" Default: {argument['defaultValue']}."
        items.append(f".It {head}\n{wrapped(text.strip())}")
    return f".Bl -tag -width Ds\n{''.join(items)}.El\n"


def references(others):
    pages = [f".Xr {escaped(page)} {number}" for page, number in others]
    return " ,\n".join(pages) + "\n"


def page(command, commands, statuses_of_runs):
    is_program = command["commandName"] == PROGRAM
    words = [PROGRAM] + ([] if is_program else [command["commandName"]])
    file, title = "-".join(words), " ".join(words)
    prose, parts = sections(command.get("discussion"))
    description = wrapped(command["abstract"])
    if prose:
        description += ".Pp\n" + prose
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    day = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc)
    summary = command["abstract"].rstrip(".")
    text = (
        f".Dd {day:%B} {day.day}, {day.year}\n.Dt {escaped(file.upper())} 1\n"
        f".Os {PROGRAM} {os.environ.get('VERSION', '')}\n"
        f".Sh NAME\n.Nm {escaped(file)}\n.Nd {escaped(summary[0].lower() + summary[1:])}\n"
        f".Sh SYNOPSIS\n{synopsis(command, title)}"
        f".Sh DESCRIPTION\n{description}"
    )
    if is_program:
        items = (
            f".It Xr {PROGRAM}\\-{other['commandName']} 1\n{wrapped(other['abstract'])}"
            for other in commands
        )
        text += f".Ss Commands\n.Bl -tag -width Ds\n{''.join(items)}.El\n"
    text += f".Ss Options\n{options(command)}"
    if command["commandName"] in READERS:
        text += f".Sh ENVIRONMENT\n{RUN_ENVIRONMENT}"
    if is_program or command["commandName"] in READERS:
        text += f".Sh FILES\n{PROGRAM_FILES if is_program else RUN_FILES}"
    elsewhere = (
        "Where the description says nothing else, those that\n"
        f".Xr {PROGRAM} 1\nlists.\n"
    )
    own = statuses_of_runs if command["commandName"] in READERS else elsewhere
    text += f".Sh EXIT STATUS\n{parts.get('EXIT STATUS', own)}"
    if "EXAMPLES" in parts:
        text += f".Sh EXAMPLES\n{parts['EXAMPLES']}"
    names = [PROGRAM] + [f"{PROGRAM}-{other['commandName']}" for other in commands]
    others = [(other, 1) for other in sorted(names) if other != file] + [("wmo-etl.toml", 5)]
    return file, text + f".Sh SEE ALSO\n{references(others)}"


def main():
    program = json.load(sys.stdin)["command"]
    commands = [
        command
        for command in program["subcommands"]
        if command["shouldDisplay"] and command["commandName"] != "help"
    ]
    statuses_of_runs = sections(program["discussion"])[1]["EXIT STATUS"]
    for command in [program] + commands:
        file, text = page(command, commands, statuses_of_runs)
        with open(f"{sys.argv[1]}/{file}.1", "w", encoding="utf-8") as output:
            output.write(text)


if __name__ == "__main__":
    main()
