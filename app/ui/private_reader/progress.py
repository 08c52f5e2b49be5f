"""How far one model is: the stage in words, a bar, bytes, speed and time left."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from app.models.installing import Progress, Stage
from app.ui.quantities import size_text
from app.ui.widgets.labels import prose

# A bar counts in whole numbers of 32 bits, and models have more bytes.
_STEPS = 1000
_MINUTE = 60
_HOUR = 60 * _MINUTE


class InstallationView(QWidget):
    """Shows progress; before there is any it says that it begins."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make the view; its parts are named after `name`."""
        super().__init__(parent)
        self._progress: Progress | None = None
        self._stage = QLabel()
        self._stage.setObjectName(f"installStage_{name}")
        self._bar = QProgressBar()
        self._bar.setObjectName(f"installBar_{name}")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._figures = prose(f"installFigures_{name}", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._stage, self._bar, self._figures):
            layout.addWidget(widget)
        self._retranslate()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far it is; None where it has just begun."""
        self._progress = progress
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        progress = self._progress
        total = progress.total_bytes if progress else 0
        # Without a total the bar moves to and fro.
        self._bar.setRange(0, _STEPS if total else 0)
        if progress and total:
            self._bar.setValue(progress.done_bytes * _STEPS // total)
        stage = self._stage_text(progress.stage) if progress else self.tr("Beginning…")
        figures = self._figures_text(progress) if progress and total else ""
        self._stage.setText(stage)
        self._figures.setText(figures)
        self._bar.setAccessibleName(stage)
        self._bar.setAccessibleDescription(figures)

    def _stage_text(self, stage: Stage) -> str:
        return {
            Stage.LOOKING: self.tr("Asking what has to be downloaded…"),
            Stage.DOWNLOADING: self.tr("Downloading"),
            Stage.CHECKING: self.tr("Checking what arrived"),
            Stage.CONVERTING: self.tr("Converting"),
            Stage.QUANTISING: self.tr("Making it small enough for this computer"),
            Stage.FINISHING: self.tr("Finishing"),
        }[stage]

    def _figures_text(self, progress: Progress) -> str:
        parts = [
            self.tr("{done} of {total}").format(
                done=size_text(progress.done_bytes), total=size_text(progress.total_bytes)
            )
        ]
        if progress.bytes_per_second:
            speed = size_text(progress.bytes_per_second)
            parts.append(self.tr("{speed} a second").format(speed=speed))
        if progress.seconds_left is not None and progress.done_bytes < progress.total_bytes:
            time = self._time_text(progress.seconds_left)
            parts.append(self.tr("about {time} left").format(time=time))
        return " · ".join(parts)

    def _time_text(self, seconds: float) -> str:
        if seconds < _MINUTE:
            return self.tr("less than a minute")
        if seconds < _HOUR:
            return self.tr("%n minute(s)", "", round(seconds / _MINUTE))
        return self.tr("%n hour(s)", "", round(seconds / _HOUR))
