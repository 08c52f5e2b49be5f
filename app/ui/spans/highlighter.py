"""Sets off private pieces in a text that is being edited, without ever editing it.

Formats lie in the layout, not in the document, so that undo knows nothing of them. Between two
readings the marks move with the text; when a reading arrives, only paragraphs whose marks differ
are formatted again, so that a long text stays quick to type in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from app.privacy.levels import Level


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked piece: offsets in UTF-16 units, end exclusive; `index` is the caller's."""

    start: int
    end: int
    level: Level
    kept: bool
    index: int

    @property
    def drawn(self) -> tuple[int, int, Level, bool]:
        """What decides how it looks, and where."""
        return (self.start, self.end, self.level, self.kept)


class SpanHighlighter(QSyntaxHighlighter):
    """Draws sorted stretches, which do not overlap, into one document."""

    def __init__(
        self,
        parent: QObject,
        document: QTextDocument,
        look: Callable[[Level, bool], QTextCharFormat],
    ) -> None:
        """Mark `document`; `look` returns the format for a level and whether it is kept."""
        super().__init__(parent)
        self._look = look
        self._stretches: list[Stretch] = []
        self._starts: list[int] = []
        self._units = _units(document)
        self._watched = document
        # Before Qt's own slot, so that the marks have moved when it formats what changed.
        document.contentsChange.connect(self._on_contents_change)
        self.setDocument(document)

    @property
    def stretches(self) -> Sequence[Stretch]:
        """The marks as they lie now."""
        return self._stretches

    def mark(self, stretches: Iterable[Stretch]) -> int:
        """Show `stretches` instead of the earlier ones; return how many paragraphs changed."""
        before = {s.drawn for s in self._stretches}
        self._keep(list(stretches))
        after = {s.drawn for s in self._stretches}
        blocks: dict[int, QTextBlock] = {}
        for start, end, _, _ in before ^ after:
            for block in self._blocks(start, end):
                blocks[block.blockNumber()] = block
        for _, block in sorted(blocks.items()):
            self.rehighlightBlock(block)
        return len(blocks)

    def at(self, unit: int) -> Stretch | None:
        """Return the stretch that `unit` lies in or touches; the one that begins there wins."""
        index = bisect_right(self._starts, unit) - 1
        if index >= 0 and self._stretches[index].end >= unit:
            return self._stretches[index]
        return None

    def after(self, unit: int) -> Stretch | None:
        """Return the first stretch that begins after `unit`, or None."""
        index = bisect_right(self._starts, unit)
        return self._stretches[index] if index < len(self._stretches) else None

    def before(self, unit: int) -> Stretch | None:
        """Return the last stretch that begins before `unit`, or None."""
        index = bisect_left(self._starts, unit) - 1
        return self._stretches[index] if index >= 0 else None

    def highlightBlock(self, _text: str) -> None:
        """Qt asks for the formats of one paragraph."""
        begin = self.currentBlock().position()
        length = self.currentBlock().length() - 1
        index = max(bisect_right(self._starts, begin) - 1, 0)
        while index < len(self._stretches) and self._stretches[index].start < begin + length:
            each = self._stretches[index]
            start, end = max(each.start - begin, 0), min(each.end - begin, length)
            if start < end:
                self.setFormat(start, end - start, self._look(each.level, each.kept))
            index += 1

    def _keep(self, stretches: list[Stretch]) -> None:
        self._stretches = stretches
        self._starts = [each.start for each in stretches]

    def _blocks(self, start: int, end: int) -> Iterable[QTextBlock]:
        block = self._watched.findBlock(start)
        while block.isValid() and block.position() < max(end, start + 1):
            yield block
            block = block.next()

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        """Move the marks. Qt reports a whole paragraph where an input method composes in it, so
        what really changed is found by comparing."""
        del position, removed, added
        before, self._units = self._units, _units(self._watched)
        if self._stretches and before != self._units:
            at, old, new = difference(before, self._units)
            self._keep(moved(self._stretches, at, old, new))


def _units(document: QTextDocument) -> bytes:
    return document.toRawText().encode("utf-16-le", "surrogatepass")


def difference(before: bytes, after: bytes) -> tuple[int, int, int]:
    """Return where two UTF-16-LE texts differ: (offset, length before, length after), in units.

    Halves the distance instead of walking it: a text of 100,000 characters takes microseconds.
    """
    shorter = min(len(before), len(after)) // 2
    low, high = 0, shorter
    while low < high:
        middle = (low + high + 1) // 2
        if before[2 * low : 2 * middle] == after[2 * low : 2 * middle]:
            low = middle
        else:
            high = middle - 1
    start = low
    low, high = 0, shorter - start
    end_before, end_after = len(before), len(after)
    while low < high:
        middle = (low + high + 1) // 2
        if (
            before[end_before - 2 * middle : end_before - 2 * low]
            == after[end_after - 2 * middle : end_after - 2 * low]
        ):
            low = middle
        else:
            high = middle - 1
    return start, len(before) // 2 - start - low, len(after) // 2 - start - low


def moved(stretches: Sequence[Stretch], at: int, removed: int, added: int) -> list[Stretch]:
    """Return `stretches` after `removed` units at `at` were replaced by `added`.

    One that holds the whole edit grows or shrinks with it, so that a mark does not flicker while
    its value is being typed. One that is cut by the edit loses the part that was replaced.
    """
    shift = added - removed
    end = at + removed
    kept: list[Stretch] = []
    for each in stretches:
        if each.end <= at:
            kept.append(each)
        elif each.start >= end:
            kept.append(replace(each, start=each.start + shift, end=each.end + shift))
        elif each.start < at and each.end > end:
            kept.append(replace(each, end=each.end + shift))
        elif each.start < at:
            kept.append(replace(each, end=at))
        elif each.end > end:
            kept.append(replace(each, start=at + added, end=each.end + shift))
    return kept
