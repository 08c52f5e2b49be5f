"""Reading with a model that another program on this machine serves, such as Ollama or LM Studio.

They speak OpenAI's chat completions. What they answer is not bound by our grammar, so a text that
does not stand in the message is dropped. The address must be of this machine: it gets the raw text.
"""

import json
import re
from collections.abc import AsyncGenerator, Iterator
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

import httpx2

from app.detect.model.answer import Find
from app.detect.model.engines import Step
from app.detect.model.failures import ServerNonsense, ServerNotLocal, ServerUnreachable
from app.detect.model.prompt import Instructions
from app.privacy.levels import Level
from app.privacy.loopback import is_this_machine

_LONGEST_ANSWER = 4 * 1024 * 1024
# Seconds to connect on this machine. How long an answer may take is for whoever reads to say.
_CONNECT = 5.0
_TAG = re.compile(r"[A-Za-z][A-Za-z0-9 /-]{1,39}")
# Of the answer, in JSON Schema, for what cannot be bound by our grammar.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "original_text": {"type": "string"},
            "privacy_type": {"type": "string"},
            "privacy_level": {"enum": ["PL2", "PL3", "PL4"]},
        },
        "required": ["original_text", "privacy_type", "privacy_level"],
        "additionalProperties": False,
    },
}


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """A base address on this machine, such as http://127.0.0.1:11434/v1."""

    url: str
    host: str

    @classmethod
    def parse(cls, text: str) -> "ServerAddress":
        """Read what a user typed. Raises `ServerNotLocal` for any other machine's address."""
        given = text.strip()
        try:
            parts = urlsplit(given if "://" in given else f"http://{given}")
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise ServerNotLocal(detector="model", host="This address") from None
        if parts.scheme not in ("http", "https") or not is_this_machine(host):
            raise ServerNotLocal(detector="model", host=host or "This address")
        # A name is looked up, and the answer may be another machine; a number is not.
        plain = "127.0.0.1" if host.lower() == "localhost" else host
        shown = f"[{plain}]" if ":" in plain else plain
        path = parts.path.rstrip("/").removesuffix("/chat/completions").removesuffix("/models")
        return cls(f"{parts.scheme}://{shown}{f':{port}' if port else ''}{path}", host)


class ModelServer:
    """An `Engine` over HTTP, on this machine only."""

    def __init__(self, address: ServerAddress, model: str, instructions: str) -> None:
        """Read with the `model` that the server at `address` knows by that name."""
        self._address = address
        self._model = model
        self._instructions = Instructions.parse(instructions)

    async def read(self, text: str, name: str) -> AsyncGenerator[Find | Step, None]:
        """Yield what is private in `text`; see `Engine`. Raises a `ReaderFailed`."""
        yield Step.READING
        question = self._instructions.whole(name, text)
        answer = await self._ask(
            "POST",
            "/chat/completions",
            {
                "model": self._model,
                "messages": [{"role": "user", "content": question}],
                "temperature": 0,
                "stream": False,
                "response_format": {
                    "type": "json_schema",
                    "json_schema": {"name": "private", "strict": True, "schema": SCHEMA},
                },
                "chat_template_kwargs": {"enable_thinking": False},
            },
        )
        try:
            finds = list(_finds(answer["choices"][0], text))
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            # From None: the error may quote what the user typed.
            raise ServerNonsense(detector="model", host=self._address.host) from None
        for find in finds:
            yield find

    async def models(self) -> list[str]:
        """Return the names of the models that the server has. Raises a `ReaderFailed`."""
        answer = await self._ask("GET", "/models", None)
        try:
            return sorted(str(each["id"]) for each in answer["data"])
        except (LookupError, TypeError):
            raise ServerNonsense(detector="model", host=self._address.host) from None

    async def close(self) -> None:
        """Nothing is held between two readings."""

    async def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        # Neither a proxy from the environment nor a redirect may carry the text away.
        client = httpx2.AsyncClient(
            trust_env=False,
            follow_redirects=False,
            timeout=httpx2.Timeout(None, connect=_CONNECT),
            # A packed answer could unfold to any size.
            headers={"Accept-Encoding": "identity"},
        )
        try:
            async with (
                client,
                client.stream(method, self._address.url + path, json=body) as response,
            ):
                return json.loads(await self._content(response))
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError):
            raise ServerUnreachable(detector="model", host=self._address.host) from None
        except (ValueError, RecursionError):
            raise ServerNonsense(detector="model", host=self._address.host) from None

    @staticmethod
    async def _content(response: httpx2.Response) -> bytes:
        """Return the body of a good answer. Raises `ValueError` for any other."""
        if response.status_code != 200 or "Content-Encoding" in response.headers:
            raise ValueError("not a good answer")
        data = bytearray()
        async for part in response.aiter_bytes():
            data += part
            if len(data) > _LONGEST_ANSWER:
                raise ValueError("the answer is too long")
        return bytes(data)


def _finds(choice: dict[str, Any], text: str) -> Iterator[Find]:
    """Yield what of an answer stands in `text`. Raises `ValueError` and its like for any other."""
    if choice.get("finish_reason") == "length":
        raise ValueError("the answer was cut")
    # Some models think aloud all the same.
    content = choice["message"]["content"].rpartition("</think>")[2]
    for item in json.loads(content[content.index("[") : content.rindex("]") + 1]):
        find = Find(item["original_text"], item["privacy_type"], Level.parse(item["privacy_level"]))
        tag = _TAG.fullmatch(find.type.strip())
        if find.text.strip() and find.text in text:
            # A type becomes part of a placeholder: of any other form it tells nothing.
            yield replace(find, type=tag[0] if tag else "Private")
