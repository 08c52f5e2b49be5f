"""The question to the model: instructions that never change, then the user's name and message.

The parts are kept apart, because the state of the first is kept on disk and must hold nothing
private, and because only the first may hold control tokens.
"""

import json
from dataclasses import dataclass

from jinja2.sandbox import ImmutableSandboxedEnvironment

_NAME = "{real_name}"
_MESSAGE = "{input_dialogue_content}"
_SEAM = "\ue000"  # of Unicode's private use area: in no instructions


class TemplateUnusable(Exception):
    """The model's chat template cannot be filled."""


class InstructionsUnusable(Exception):
    """A text of instructions has not the two fields that the models' contract names."""


@dataclass(frozen=True, slots=True)
class Instructions:
    """What the model is told: `fixed`, `before`, then the name, `between`, message and `after`.

    `before` is white space that most vocabularies write in one token with the name.
    """

    fixed: str
    before: str
    between: str
    after: str

    @classmethod
    def parse(cls, text: str) -> "Instructions":
        """Read the form in which the models' authors publish theirs.

        It is a Python format string: two fields at its end, other braces doubled. Ours has single
        braces in its examples; both are read. Raises `InstructionsUnusable`.
        """
        fixed, found, rest = text.partition(_NAME)
        between, also, after = rest.partition(_MESSAGE)
        if not (found and also):
            raise InstructionsUnusable
        plain = [part.replace("{{", "{").replace("}}", "}") for part in (fixed, between, after)]
        kept = plain[0].rstrip(" ")
        return cls(kept, plain[0][len(kept) :], *plain[1:])

    def private(self, name: str, message: str) -> str:
        """Return what follows the fixed part for this user and message."""
        content = json.dumps({"role": "user", "content": message}, ensure_ascii=False)
        return f"{self.before}{' '.join(name.split())}{self.between}{content}{self.after}"

    def whole(self, name: str, message: str) -> str:
        """Return the whole question about `message`, written by the user called `name`."""
        return self.fixed + self.private(name, message)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a model's chat template puts before and after a user's turn."""

    head: str
    foot: str

    @classmethod
    def of(cls, template: str) -> "Frame":
        """Fill the Jinja `template` of a model around one user's turn, with thinking off.

        The template comes with the model, from anywhere: it runs in Jinja's sandbox. Without one
        the turn stands alone. Raises `TemplateUnusable`.
        """
        if not template:
            return cls("", "\n\n")
        # As transformers fills them, but without the day: the kept state would fit one day only.
        sandbox = ImmutableSandboxedEnvironment(
            trim_blocks=True, lstrip_blocks=True, extensions=["jinja2.ext.loopcontrols"]
        )
        try:
            filled = sandbox.from_string(template).render(
                messages=[{"role": "user", "content": _SEAM}],
                add_generation_prompt=True,
                enable_thinking=False,
                # The tokeniser puts the first token there.
                bos_token="",
                eos_token="",
            )
        except Exception as error:  # noqa: BLE001 - a stranger's program can raise anything
            raise TemplateUnusable(type(error).__name__) from None
        head, found, foot = filled.partition(_SEAM)
        if not found:
            raise TemplateUnusable("the template drops the user's turn")
        return cls(head, foot)
