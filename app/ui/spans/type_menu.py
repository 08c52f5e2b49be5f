"""A menu of privacy types, grouped by level, for hiding a piece of text as something."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from app.privacy.levels import STANDARD_TYPES, Level
from app.ui.spans.level_chips import SIGNS
from app.ui.spans.type_names import level_name, type_name


def fill_type_menu(menu: QMenu, chosen: Callable[[str], object]) -> None:
    """Fill `menu` with every standard type; `chosen` gets the English tag of the picked one."""
    for level in (Level.PL2, Level.PL3, Level.PL4):
        group = menu.addMenu(f"{SIGNS[level]} {level_name(level)}")
        for each, usual in STANDARD_TYPES.items():
            if usual is level:
                group.addAction(type_name(each)).triggered.connect(partial(_pick, chosen, each))


def _pick(chosen: Callable[[str], object], privacy_type: str, *_: object) -> None:
    chosen(privacy_type)


def type_menu(title: str, parent: QWidget, chosen: Callable[[str], object]) -> QMenu:
    """Return a new menu called `title` with every standard type."""
    menu = QMenu(title, parent)
    fill_type_menu(menu, chosen)
    return menu
