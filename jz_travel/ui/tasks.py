"""Work off the window's thread: it gets values and gives a value, and the answer comes back to that thread."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot


class _Task(QRunnable):
    """Work and what to do with its answer."""

    class Signals(QObject):
        ended = Signal(object, object, object)

    def __init__(
        self,
        work: Callable[[], object],
        done: Callable[[object], None] | None,
        failed: Callable[[Exception], None] | None,
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._work, self.done, self.failed = work, done, failed
        self.signals = self.Signals()

    def run(self) -> None:
        result: object = None
        error: Exception | None = None
        try:
            result = self._work()
        except Exception as caught:  # whatever it is, it is told on the window's thread
            error = caught
        self.signals.ended.emit(self, result, error)


class Tasks(QObject):
    """Runs one piece of work after another, so that a later save never overtakes an earlier one."""

    def __init__(self) -> None:
        super().__init__()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        # A task is kept until its answer is delivered: else it could be collected, and the answer lost with it.
        self._running: set[_Task] = set()

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        task = _Task(work, done, failed)
        self._running.add(task)
        task.signals.ended.connect(self._ended)  # a slot of an object of this thread: queued to it
        self._pool.start(task)

    def wait(self, milliseconds: int = 30_000) -> bool:
        """Until all work is done and answered; ``False`` when it took longer."""
        done = self._pool.waitForDone(milliseconds)
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        return done

    @Slot(object, object, object)
    def _ended(self, task: _Task, result: object, error: Exception | None) -> None:
        self._running.discard(task)
        if error is None:
            if task.done is not None:
                task.done(result)
        elif task.failed is not None:
            task.failed(error)
        else:
            raise error
