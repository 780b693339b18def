"""The man page and the completions of shells, made from the command line itself, so that they cannot fall behind it.

SOURCE_DATE_EPOCH=… python packaging/bundle/reference.py DIR
"""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
from jz_travel import __version__  # noqa: E402
from jz_travel.cli.main import _parser  # noqa: E402

NAME = "jz-travel"
Command = tuple[str, str, argparse.ArgumentParser]


def commands_of(parser: argparse.ArgumentParser) -> Iterator[Command]:
    """Every command with its help, and commands of commands as two words."""
    for action in parser._actions:
        if not isinstance(action, argparse._SubParsersAction):
            continue
        helps = {each.dest: each.help or "" for each in action._choices_actions}
        for name, inner in action.choices.items():
            deeper = list(commands_of(inner))
            if not deeper:
                yield name, helps.get(name, ""), inner
            for below, text, innermost in deeper:
                yield f"{name} {below}", text, innermost


def options_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What a command takes; options without a help text of their own are not shown."""
    return [
        each
        for each in parser._actions
        if each.help != argparse.SUPPRESS and not isinstance(each, argparse._HelpAction | argparse._SubParsersAction)
    ]


def roff(text: str) -> str:
    plain = text.replace("%%", "%").replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def _option(action: argparse.Action) -> str:
    value = "" if action.nargs == 0 else str(action.metavar or (action.choices and "|".join(map(str, action.choices)))
                                             or action.dest.upper())  # fmt: skip
    if not action.option_strings:
        return f"\\fI{roff(value)}\\fR"
    names = ", ".join(f"\\fB{roff(each)}\\fR" for each in action.option_strings)
    return f"{names} \\fI{roff(value)}\\fR" if value else names


def man_page(parser: argparse.ArgumentParser, day: str) -> str:
    """The page in the words of the command line's own help."""
    lines = [
        f'.TH JZ\\-TRAVEL 1 "{day}" "jz_travel {__version__}" "User Commands"',
        ".SH NAME",
        f"{roff(NAME)} \\- plan a visit to Jiaozuo, Henan",
        ".SH SYNOPSIS",
        f".B {roff(NAME)}\n[\\fIOPTION\\fR] [\\fICOMMAND\\fR] [\\fIARGUMENT\\fR ...]",
        ".SH DESCRIPTION",
        "Without a command the window opens: places, an offline map and the days of a trip.",
        "Every command works without a window. Nothing needs a network.",
        ".SH OPTIONS",
    ]
    for each in options_of(parser):
        lines += [".TP", _option(each), roff(each.help or "")]
    lines.append(".SH COMMANDS")
    for name, text, inner in commands_of(parser):
        lines += [f".SS {roff(name)}", roff(text[:1].upper() + text[1:] + ".")]
        for each in options_of(inner):
            lines += [".TP", _option(each), roff(each.help or "\\&") if each.help else "\\&"]
    lines += [".SH FILES"]
    for path, what in (
        ("~/.local/share/jz-travel/trips", "Your trips, earlier versions and deleted trips."),
        ("~/.config/jz-travel/settings.json", "Language, theme, text size, the window."),
        ("~/.cache/jz-travel", "May be removed at any time."),
    ):
        lines += [".TP", f"\\fI{roff(path)}\\fR", what]
    lines += [".SH EXIT STATUS", "0 done, 1 it could not be done (the reason is on standard error), 2 not understood."]
    return "\n".join(lines) + "\n"


def _flags(parser: argparse.ArgumentParser) -> list[str]:
    return [name for each in options_of(parser) for name in each.option_strings if name.startswith("--")]


def bash(parser: argparse.ArgumentParser) -> str:
    found = list(commands_of(parser))
    words = " ".join(dict.fromkeys(name.split()[0] for name, _, _ in found))
    cases = "\n".join(f'        "{name}") flags="{" ".join(_flags(inner))}" ;;' for name, _, inner in found)
    deeper = "\n".join(
        f'    [ "$COMP_CWORD" = 2 ] && [ "$1" = {first} ] && words="{" ".join(seconds)}"'
        for first, seconds in _second_words(found).items()
    )
    return f"""# bash completion for {NAME}
_jz_travel() {{
    local now=${{COMP_WORDS[COMP_CWORD]}} flags="{" ".join(_flags(parser))}" words=""
    if [ "$COMP_CWORD" = 1 ]; then
        COMPREPLY=($(compgen -W "{words} $flags" -- "$now")); return
    fi
    set -- "${{COMP_WORDS[@]:1:2}}"
{deeper}
    case "$1 $2" in
{cases.replace('") flags', '"*) flags')}
    esac
    if [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$now"))
    elif [[ $now == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$now"))
    else compopt -o filenames; COMPREPLY=($(compgen -f -- "$now")); fi
}}
complete -F _jz_travel {NAME}
"""


def _second_words(found: list[Command]) -> dict[str, list[str]]:
    seconds: dict[str, list[str]] = {}
    for name, _, _ in found:
        first, _, second = name.partition(" ")
        if second:
            seconds.setdefault(first, []).append(second)
    return seconds


def zsh(parser: argparse.ArgumentParser) -> str:
    found = list(commands_of(parser))

    def quoted(text: str) -> str:
        return text.replace("'", "’").replace(":", "\\:").replace("[", "(").replace("]", ")").replace("%%", "%")

    listed = "\n".join(f"    '{name.split()[0]}:{quoted(text)}'" for name, text, _ in found)
    cases = []
    for name, _, inner in found:
        flags = " ".join(
            f"'{flag}[{quoted(each.help or '')}]'" for each in options_of(inner)
            for flag in each.option_strings if flag.startswith("--")
        )  # fmt: skip
        cases.append(f"    '{name}'*) _arguments {flags} '*:file:_files' ;;")
    body = "\n".join(cases)
    return f"""#compdef {NAME}
local -a commands
commands=(
{listed}
)
if (( CURRENT == 2 )); then
    _describe command commands
    return
fi
case "$words[2] $words[3]" in
{body}
    *) _files ;;
esac
"""


def fish(parser: argparse.ArgumentParser) -> str:
    lines = [f"# fish completion for {NAME}"]
    for name, text, inner in commands_of(parser):
        first, _, second = name.partition(" ")
        said = text.replace("'", "’").replace("%%", "%")
        where = f"__fish_seen_subcommand_from {first}" if second else "__fish_use_subcommand"
        lines.append(f"complete -c {NAME} -n '{where}' -a {second or first} -d '{said}'")
        for each in options_of(inner):
            for flag in (name[2:] for name in each.option_strings if name.startswith("--")):
                takes = "" if each.nargs == 0 else " -r"
                about = (each.help or "").replace("'", "’").replace("%%", "%")
                lines.append(
                    f"complete -c {NAME} -n '__fish_seen_subcommand_from {second or first}' -l {flag}{takes}"
                    f" -d '{about}'"
                )
    return "\n".join(lines) + "\n"


def main() -> None:
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    parser = _parser()
    day = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date().isoformat()
    made = {f"{NAME}.1": man_page(parser, day), f"{NAME}.bash": bash(parser), f"_{NAME}": zsh(parser),
            f"{NAME}.fish": fish(parser)}  # fmt: skip
    for name, text in made.items():
        (out / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
