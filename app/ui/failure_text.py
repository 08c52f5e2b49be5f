"""The sentences of every known failure, in the user's language.

The classes carry their sentences in English; the tables `failure_sentences_*` repeat them, because
`lupdate` finds literals only. A test compares the two and fails where a class has no entry.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from app.errors import KnownError
from app.ui import (
    failure_sentences_app,
    failure_sentences_assistants,
    failure_sentences_models,
    failure_sentences_reader,
    failure_sentences_store,
)

# By class name: a subclass without a sentence of its own speaks with its ancestor's.
SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        **failure_sentences_app.SENTENCES,
        **failure_sentences_assistants.SENTENCES,
        **failure_sentences_reader.SENTENCES,
        **failure_sentences_models.SENTENCES,
        **failure_sentences_store.SENTENCES,
    }
)


def failure_text(failure: KnownError) -> str:
    """Return the translated sentence of `failure`, filled with its details."""
    text = QCoreApplication.translate("Failures", type(failure).sentence)
    return text.format(**failure.details)
