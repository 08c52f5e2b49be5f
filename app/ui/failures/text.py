"""The sentences of every known failure, in the user's language.

The classes carry their sentences in English; the tables `sentences_*` repeat them, because
`lupdate` finds literals only. A test compares the two and fails where a class has no entry.
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from app.errors import KnownError
from app.ui.failures import (
    sentences_app,
    sentences_assistants,
    sentences_models,
    sentences_reader,
    sentences_store,
)

# By class name: a subclass without a sentence of its own speaks with its ancestor's.
SENTENCES: Mapping[str, object] = MappingProxyType(
    {
        **sentences_app.SENTENCES,
        **sentences_assistants.SENTENCES,
        **sentences_reader.SENTENCES,
        **sentences_models.SENTENCES,
        **sentences_store.SENTENCES,
    }
)


def failure_text(failure: KnownError) -> str:
    """Return the translated sentence of `failure`, filled with its details."""
    text = QCoreApplication.translate("Failures", type(failure).sentence)
    return text.format(**failure.details)
