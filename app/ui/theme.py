"""How everything looks: named colours, level marks, icons, and one style sheet for the whole app.

Widgets name a role and never a colour, so that light, dark and a change of the desktop's scheme
while the app runs are all decided here.
"""

import enum
from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
    QTextCharFormat,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.privacy.levels import Level
from app.ui.preferences import Appearance

# Everything is laid out in steps of this many device-independent pixels.
GRID = 8
# After the desktop's own font: who has no Chinese font set gets an upright regular one.
_FALLBACKS = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")
_ICON_SIZES = (16, 20, 24, 32)
_RATIOS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Colours:
    """Named colours as "#rrggbb". Text colours have a contrast of at least 4.5:1 (WCAG 2.2 AA)
    on every ground on which they are used; see `text_pairs`.
    """

    ground: str
    surface: str
    raised: str
    hover: str
    border: str
    control: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    link: str
    bubble: str
    code: str
    focus: str
    selection: str
    on_selection: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    pl1: str
    pl1_soft: str
    pl2: str
    pl2_soft: str
    pl3: str
    pl3_soft: str
    pl4: str
    pl4_soft: str

    def text_pairs(self) -> list[tuple[str, str]]:
        """Return every (text, ground) pair that the app draws."""
        grounds = (self.ground, self.surface, self.raised, self.hover, self.bubble, self.code)
        pairs = [(text, ground) for ground in grounds for text in (self.text, self.muted)]
        pairs += [(self.link, ground) for ground in (self.surface, self.bubble, self.raised)]
        pairs += [(self.text, soft) for soft in (self.accent_soft, self.danger_soft)]
        for level in ("pl1", "pl2", "pl3", "pl4"):
            strong, soft = getattr(self, level), getattr(self, f"{level}_soft")
            pairs += [(self.text, soft), (strong, soft), (strong, self.surface)]
            pairs += [(strong, self.raised), (strong, self.bubble)]
        pairs += [(self.on_accent, self.accent), (self.on_accent, self.accent_hover)]
        pairs += [(self.on_selection, self.selection), (self.text, self.warning_soft)]
        pairs += [(self.danger, ground) for ground in (self.surface, self.ground, self.raised)]
        pairs += [(self.warning, self.surface), (self.good, self.surface)]
        return pairs


LIGHT = Colours(
    ground="#f4f5f7",
    surface="#ffffff",
    raised="#f1f3f6",
    hover="#e8ebf0",
    border="#d9dde4",
    control="#868d99",
    text="#1b1e23",
    muted="#555c68",
    accent="#2c5cc5",
    accent_hover="#244fae",
    on_accent="#ffffff",
    accent_soft="#e3ebfb",
    link="#2050b8",
    bubble="#e9effa",
    code="#f3f4f7",
    focus="#2c5cc5",
    selection="#bcd2fb",
    on_selection="#14171c",
    danger="#b3162f",
    danger_soft="#fde6e9",
    warning="#854a00",
    warning_soft="#fdf0da",
    good="#1d6b36",
    pl1="#555c68",
    pl1_soft="#eceef2",
    pl2="#0a626c",
    pl2_soft="#dcf2f3",
    pl3="#854600",
    pl3_soft="#fdecd2",
    pl4="#ab1330",
    pl4_soft="#fde2e6",
)

DARK = Colours(
    ground="#16181c",
    surface="#1d2025",
    raised="#272b32",
    hover="#31363f",
    border="#383e48",
    control="#7f8794",
    text="#e7e9ed",
    muted="#a9b0bc",
    accent="#86abff",
    accent_hover="#9dbbff",
    on_accent="#0d1a33",
    accent_soft="#28344f",
    link="#93b5ff",
    bubble="#263148",
    code="#15171b",
    focus="#86abff",
    selection="#34508c",
    on_selection="#f4f6fa",
    danger="#ff9fac",
    danger_soft="#4a1d26",
    warning="#ffc988",
    warning_soft="#43301a",
    good="#86d9a0",
    pl1="#a9b0bc",
    pl1_soft="#2b2f36",
    pl2="#79d8e0",
    pl2_soft="#143b40",
    pl3="#ffc88a",
    pl3_soft="#49330f",
    pl4="#ffa3b1",
    pl4_soft="#561f2a",
)


class Manner(enum.Enum):
    """How strongly a private piece is set off from the text around it."""

    DRAFT = "draft"  # in the composer: ground and underline
    SHOWN = "shown"  # in the transcript: underline only
    CHIP = "chip"  # a placeholder: ground, colour and weight


_UNDERLINES = {
    Level.PL1: QTextCharFormat.UnderlineStyle.DotLine,
    Level.PL2: QTextCharFormat.UnderlineStyle.DotLine,
    Level.PL3: QTextCharFormat.UnderlineStyle.DashUnderline,
    Level.PL4: QTextCharFormat.UnderlineStyle.SingleUnderline,
}


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21, by WCAG 2.2's definition."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(name: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    colour = QColor(name)
    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Theme(QObject):
    """The look of the running app. `changed` says that colours or icons must be asked for again."""

    changed = Signal()

    def __init__(
        self,
        application: QApplication,
        resources: Path,
        appearance: Appearance = Appearance.SYSTEM,
        text_size: int = 100,
    ) -> None:
        """Style `application` from the files in `resources`; `text_size` is in percent."""
        super().__init__(application)
        self._application = application
        self._icons = resources / "icons"
        self._style = Template((resources / "style" / "app.qss").read_text(encoding="utf-8"))
        self._appearance = appearance
        self._text_size = text_size
        self._base_font = QFont(application.font())
        self._cache: dict[tuple[str, str], QIcon] = {}
        self.colours = LIGHT
        application.setStyle(QStyleFactory.create("Fusion"))
        application.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        self._apply()

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self.colours is DARK

    @property
    def appearance(self) -> Appearance:
        """What the user chose."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Follow the desktop, or stay light or dark."""
        self._appearance = appearance
        self._apply()

    def set_text_size(self, percent: int) -> None:
        """Show text at `percent` of the desktop's size."""
        self._text_size = percent
        self._apply()

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return the drawing `name` in the named `colour`, sharp at every scale up to 300 %."""
        value = str(getattr(self.colours, colour))
        if (name, value) not in self._cache:
            self._cache[name, value] = self._draw(name, value)
        return self._cache[name, value]

    def level_colour(self, level: Level | None, *, soft: bool = False) -> QColor:
        """Return the colour of `level`, or of its ground; None is the quietest."""
        name = f"pl{int(level or Level.PL1)}"
        return QColor(getattr(self.colours, f"{name}_soft" if soft else name))

    def level_format(
        self, level: Level | None, manner: Manner, *, kept: bool = False
    ) -> QTextCharFormat:
        """Return how a private piece of `level` looks; `kept` ones leave as typed and are quiet.

        Each level has an underline of its own, so that levels differ by more than colour.
        """
        made = QTextCharFormat()
        if kept:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashDotDotLine)
            made.setUnderlineColor(QColor(self.colours.control))
            return made
        strong = self.level_colour(level)
        made.setUnderlineStyle(_UNDERLINES[level or Level.PL1])
        made.setUnderlineColor(strong)
        if manner is not Manner.SHOWN:
            made.setBackground(self.level_colour(level, soft=True))
        if manner is Manner.CHIP:
            made.setForeground(strong)
            made.setFontWeight(QFont.Weight.DemiBold)
        return made

    def _on_scheme_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        scheme = self._application.styleHints().colorScheme()
        system_dark = scheme is Qt.ColorScheme.Dark
        wants_dark = self._appearance is Appearance.DARK or (
            self._appearance is Appearance.SYSTEM and system_dark
        )
        self.colours = DARK if wants_dark else LIGHT
        font = QFont(self._base_font)
        font.setFamilies([QFontInfo(font).family(), *_FALLBACKS])
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * self._text_size / 100)
        else:
            font.setPixelSize(round(font.pixelSize() * self._text_size / 100))
        self._application.setFont(font)
        self._application.setPalette(_palette(self.colours))
        small = font.pointSizeF() * 0.9
        names = {**asdict(self.colours), "small": f"{small:.1f}pt", "title": f"{small * 1.5:.1f}pt"}
        names["icons"] = self._icons.as_posix()
        names["shade"] = "dark" if self.dark else "light"
        self._application.setStyleSheet(self._style.substitute(names))
        self.changed.emit()

    def _draw(self, name: str, colour: str) -> QIcon:
        source = (self._icons / f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
        icon = QIcon()
        for size in _ICON_SIZES:
            for ratio in _RATIOS:
                pixmap = QPixmap(QSize(size, size) * ratio)
                pixmap.fill(Qt.GlobalColor.transparent)
                painter = QPainter(pixmap)
                renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
                painter.end()
                pixmap.setDevicePixelRatio(ratio)
                icon.addPixmap(pixmap)
        return icon


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    wanted = {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.raised,
        role.Text: colours.text,
        role.PlaceholderText: colours.muted,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.Highlight: colours.selection,
        role.HighlightedText: colours.on_selection,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.text,
        role.Accent: colours.accent,
        role.Mid: colours.border,
        role.Dark: colours.border,
        role.Light: colours.raised,
    }
    made = QPalette()
    for key, value in wanted.items():
        made.setColor(key, QColor(value))
    for key in (role.Text, role.ButtonText, role.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, key, QColor(colours.control))
    return made
