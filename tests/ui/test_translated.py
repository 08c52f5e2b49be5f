"""The whole window speaks Chinese: nothing is missing, and nothing escapes translation."""

import ast
import re
import string
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / "app" / "ui").rglob("*.py"))
TRANSLATIONS = ROOT / "resources" / "translations"
LUPDATE = Path(PySide6.__file__).parent / "lupdate"

# Names that are the same in every language.
SAME_EVERYWHERE = {"Understudy", "English", "简体中文"}
SHOWN_BY = {
    "setText",
    "setWindowTitle",
    "setToolTip",
    "setStatusTip",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setInformativeText",
    "setItemText",
    "setTitle",
    "addAction",
    "addMenu",
    "addItem",
    "addRow",
    "addTab",
    "addButton",
    "QLabel",
    "QPushButton",
    "QToolButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QAction",
    "QMenu",
    "QListWidgetItem",
    "showText",
    "information",
    "warning",
    "critical",
    "question",
}


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    forms: tuple[str, ...]
    state: str
    plural: bool


def _messages(file: Path) -> list[Message]:
    root = ElementTree.parse(file)  # noqa: S314 - our own file
    return [
        Message(
            context.findtext("name", ""),
            message.findtext("source", ""),
            _forms(message),
            _state(message),
            message.get("numerus") == "yes",
        )
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def _state(message: ElementTree.Element) -> str:
    translation = message.find("translation")
    return "missing" if translation is None else translation.get("type", "finished")


def _forms(message: ElementTree.Element) -> tuple[str, ...]:
    numerus = [form.text or "" for form in message.iter("numerusform")]
    return tuple(numerus) or (message.findtext("translation", ""),)


def _updated(name: str, folder: Path, *options: str) -> list[Message]:
    """Return what `lupdate` makes of a copy of the file `name`."""
    copy = folder / name
    copy.write_bytes((TRANSLATIONS / name).read_bytes())
    subprocess.run(
        [
            LUPDATE,
            *("-silent", "-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
            *options,
            *SOURCES,
            "-ts",
            copy,
        ],
        check=True,
        timeout=60,
        stdout=subprocess.DEVNULL,
    )
    return _messages(copy)


def test_nothing_is_untranslated_and_nothing_is_left_over(tmp_path: Path) -> None:
    messages = _updated("understudy_zh_CN.ts", tmp_path)
    assert [
        (each.state, each.context, each.source) for each in messages if each.state != "finished"
    ] == []
    assert [each.source for each in messages if not all(each.forms)] == []


def test_english_plurals_are_complete(tmp_path: Path) -> None:
    messages = _updated("understudy_en.ts", tmp_path, "-pluralonly")
    assert [each.source for each in messages if each.state != "finished"] == []
    assert [each.source for each in messages if not each.plural] == []
    assert [each.source for each in messages if len(set(each.forms)) != 2] == []


@pytest.mark.parametrize("name", ["understudy_zh_CN.ts", "understudy_en.ts"])
def test_placeholders_are_the_same_in_both_languages(name: str) -> None:
    for message in _messages(TRANSLATIONS / name):
        for form in message.forms:
            assert _fields(form) == _fields(message.source), message.source


def _fields(text: str) -> list[str]:
    named = [field for _, field, _, _ in string.Formatter().parse(text) if field is not None]
    return sorted([*named, *re.findall(r"%L?\d|%n", text)])


def test_chinese_looks_chinese() -> None:
    """Full-width punctuation beside Chinese, no blank at either end, no English left standing."""
    for message in _messages(TRANSLATIONS / "understudy_zh_CN.ts"):
        for form in message.forms:
            assert form == form.strip(), form
            assert not re.search(r"[\u4e00-\u9fff][,;:!?.]", form), form
            words = re.sub(r"\{.*?\}", "", message.source)
            if re.search(r"[a-z]{4}", words) and "://" not in message.source:
                assert re.search(r"[\u4e00-\u9fff]", form), form


def test_sentences_end_as_they_do_in_english() -> None:
    for message in _messages(TRANSLATIONS / "understudy_zh_CN.ts"):
        for form in message.forms:
            assert message.source.endswith((".", ".)")) == form.endswith(("。", "。）")), form


def test_every_text_that_is_shown_is_translated() -> None:
    assert [problem for source in SOURCES for problem in _untranslated(source)] == []


def _untranslated(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _called(node) in SHOWN_BY:
            for argument in node.args:
                for text in _literals(argument):
                    if re.search(r"[^\W\d_]{2}", text) and text not in SAME_EVERYWHERE:
                        yield f"{source.name}:{node.lineno} {text!r}"


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _literals(node: ast.expr) -> Iterator[str]:
    """Yield the literal texts that `node` may evaluate to; calls decide for themselves."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.Constant):
                yield str(part.value)
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.BinOp):
        yield from _literals(node.left)
        yield from _literals(node.right)


def test_the_check_sees_a_text_that_is_not_translated(tmp_path: Path) -> None:
    source = tmp_path / "sample.py"
    source.write_text(
        "label.setText('Hello')\n"
        "label.setToolTip(f'{x} there')\n"
        "label.setText(self.tr('Hello'))\n"
        "QPushButton('Go' if x else self.tr('Stop'))\n"
        "label.setText('✕')\n"
        "label.setObjectName('label')\n",
        encoding="utf-8",
    )
    assert [problem.split(" ", 1)[1] for problem in _untranslated(source)] == [
        "'Hello'",
        "' there'",
        "'Go'",
    ]


def test_translated_literals_are_literals() -> None:
    """`tr` and `translate` find a text only by the literal that `lupdate` read."""
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node) == "tr":
                assert isinstance(node.args[0], ast.Constant), f"{source.name}:{node.lineno}"
