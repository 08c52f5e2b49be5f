"""Looks for planted values in bytes, in every encoding in which one could hide."""

import base64
import html
import json
import re
import urllib.parse
from collections.abc import Iterator


def hidden_forms(value: str) -> Iterator[bytes]:
    """Yield how `value` may stand in bytes: raw, other cases, escaped, encoded."""
    for text in {value, value.lower(), value.upper(), value.translate(_WIDE)}:
        yield text.encode()
        yield text.encode("utf-16-le")
        yield text.encode("utf-16-be")
        yield json.dumps(text)[1:-1].encode()
        yield json.dumps(json.dumps(text))[3:-3].encode()
        yield urllib.parse.quote(text, safe="").encode()
        yield urllib.parse.quote_plus(text).encode()
        yield html.escape(text).encode()
        yield "".join(f"&#{ord(char)};" for char in text).encode()
        yield text.encode().hex().encode()
        for raw in (text.encode(), text.encode("utf-16-le")):
            yield from _base64_forms(raw)
    digits = re.sub(r"\D", "", value)
    if len(digits) >= 7:
        yield digits.encode()


def _base64_forms(raw: bytes) -> Iterator[bytes]:
    """Yield the part of base64 that does not depend on what stands around, at each alignment."""
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + raw)
        inner = encoded[4 if shift else 0 : -4]
        if len(inner) >= 8:
            yield inner
            yield inner.replace(b"+", b"-").replace(b"/", b"_")


_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def leaks(data: bytes, values: tuple[str, ...]) -> list[str]:
    """Return which of `values` stand in `data`, in any form."""
    return [value for value in values if any(form in data for form in hidden_forms(value))]
