"""Which language the window speaks: our own strings and those of Qt's standard dialogs."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.ui.preferences import Language


def spoken(language: Language, wanted: tuple[str, ...] | None = None) -> Language:
    """Return the language to use: `language` itself, or the best one for the desktop's wishes.

    `wanted` are language tags, most wanted first, as `QLocale.uiLanguages` gives them; None asks
    the system. Every kind of Chinese gets Simplified Chinese, the only one there is; whatever we
    do not speak gets English.
    """
    if language is not Language.SYSTEM:
        return language
    for tag in QLocale.system().uiLanguages() if wanted is None else wanted:
        start = tag.replace("_", "-").split("-")[0].lower()
        if start == "zh":
            return Language.CHINESE
        if start == "en":
            return Language.ENGLISH
    return Language.ENGLISH


class Translations:
    """Installs and replaces the translators of one application.

    Widgets hear of a change as a `LanguageChange` event.
    """

    def __init__(self, application: QCoreApplication, folder: Path) -> None:
        """Translate for `application` from the `.qm` files in `folder`."""
        self._application = application
        self._folder = folder
        self._installed: list[QTranslator] = []

    def install(self, language: Language) -> bool:
        """Speak `language` from now on.

        Returns whether our own strings are translated: without its file the window stays in the
        English of the source, which is readable but lacks plural forms.
        """
        self.remove()
        chosen = spoken(language)
        QLocale.setDefault(QLocale(chosen.value))
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._add(qt_folder / f"qtbase_{chosen}.qm")
        return self._add(self._folder / f"understudy_{chosen}.qm")

    def remove(self) -> None:
        """Speak the English of the source again."""
        for old in self._installed:
            self._application.removeTranslator(old)
            old.deleteLater()
        self._installed.clear()

    def _add(self, file: Path) -> bool:
        translator = QTranslator(self._application)
        if not file.is_file() or not translator.load(str(file)):
            translator.deleteLater()
            return False
        self._application.installTranslator(translator)
        self._installed.append(translator)
        return True
