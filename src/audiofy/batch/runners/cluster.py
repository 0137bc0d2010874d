"""Jobs to a Dask cluster, in bundles: the only dask.

Each thread of a worker owns a slot, so a poisoned article kills the slot's child and never the worker. Dask re-runs a
bundle whose worker died; articles of it that were finished are current then, and cost a look. Futures are released as
their results come, and never more than a window of them is open: Dask keeps what is open in memory, and computes it
again when a worker dies.
"""

from __future__ import annotations

import logging
import queue
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING, Any

import msgspec

from audiofy.batch.job import Job, Receipt
from audiofy.errors import EngineCrashedError, MissingDependencyError, RecordingError, SettingsError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from audiofy.batch.job import Brief

SMALLEST, LARGEST = 10, 50
# A task of this many seconds makes the scheduler's share of it (about a millisecond) disappear.
SECONDS_PER_TASK = 20.0
CONNECT = 10

_LOG = logging.getLogger("distributed.client")


class Cluster:
    """A runner on the workers of a Dask scheduler.

    Args:
        address: `tcp://host:8786`, `tls://host:8786`, or the path of a scheduler file. Certificates come from Dask's
            own configuration (`distributed.comm.tls`, DASK_DISTRIBUTED__COMM__TLS__CA_FILE and so on).
        brief: What every slot is told.
        retry: How often a slot tries again.

    Raises:
        MissingDependencyError: The extra isn't installed.
        SettingsError: There is no scheduler at the address, or a worker can't do the same as this machine.
    """

    def __init__(self, address: str, brief: Brief, *, retry: int) -> None:
        self._address = address
        self._retry = retry
        self._client = connect(address)
        try:
            from audiofy.batch.runners.preflight import preflight

            threads = preflight(self._client, brief)
        except BaseException:
            self._client.close()
            raise
        # Of a scheduler that is gone Dask logs a traceback; what there is to say, `_lost` says. Dask gives this
        # very logger a level, so its parent's has no effect.
        self._level = _LOG.level
        _LOG.setLevel(logging.CRITICAL)
        self._brief = msgspec.json.encode(brief)
        self._run = token_hex(8)
        self._stopping = self._told = False
        self._executor = self._client.get_executor(pure=False)
        self._threads = max(1, threads)
        self._held: list[Job] = []
        self._sent: dict[Future[bytes], tuple[Job, ...]] = {}
        self._done: queue.SimpleQueue[Future[bytes]] = queue.SimpleQueue()
        self._receipts: list[Receipt | None] = []
        self._tasks = 0
        self._pace = 0.0

    @property
    def window(self) -> int:
        """Two bundles a thread: one to work on, one to go on with."""
        return 2 * self._threads * self._bundle

    @property
    def _bundle(self) -> int:
        """How many articles go into a task: single ones at first, so that a small batch is spread."""
        if self._tasks < 2 * self._threads or not self._pace:
            return 1
        return max(SMALLEST, min(LARGEST, round(SECONDS_PER_TASK / self._pace)))

    def submit(self, job: Job) -> None:
        """Takes a job; it goes out when its bundle is full."""
        self._held.append(job)
        if len(self._held) >= self._bundle:
            self.flush()

    def flush(self) -> None:
        """Sends the bundle as it is."""
        if not self._held:
            return
        bundle, self._held = tuple(self._held), []
        self._tasks += 1
        from audiofy.batch.runners.worker import work_on

        future = self._executor.submit(work_on, self._run, msgspec.json.encode(bundle), self._brief, self._retry)
        self._sent[future] = bundle
        future.add_done_callback(self._done.put)

    def collect(self) -> Receipt | None:
        """Waits for the next receipt.

        Raises:
            RecordingError: The scheduler is gone.
        """
        while not self._receipts:
            if self._stopping and not self._told:
                self._tell_workers()
            elif not self._sent:
                self.flush()
            with suppress(queue.Empty):
                self._receive(self._done.get(timeout=0.5))
        return self._receipts.pop()

    def _receive(self, future: Future[bytes]) -> None:
        bundle = self._sent.pop(future)
        if future.cancelled():
            raise self._lost()
        error = future.exception()
        if error is None:
            receipts = msgspec.json.decode(future.result(), type=list[Receipt])
            self._receipts = [*receipts, *[None] * (len(bundle) - len(receipts))]
            if receipts:
                mean = sum(receipt.seconds for receipt in receipts) / len(receipts)
                self._pace = 0.8 * self._pace + 0.2 * mean if self._pace else mean
        elif type(error).__name__ in {"CancelledError", "FutureCancelledError", "CommClosedError"}:
            raise self._lost() from error
        else:
            self._receipts = [_failed(job, error) for job in bundle]

    def _lost(self) -> RecordingError:
        return RecordingError(
            f"The Dask scheduler at {self._address} is gone.",
            "What was finished is kept: start it again and run the same command.",
        )

    def stop(self) -> None:
        """Begins no further job; the workers are told when the next receipt is collected."""
        self._stopping = True

    def _tell_workers(self) -> None:
        from audiofy.batch.runners.worker import stop_run

        self._told = True
        self._receipts += [None] * len(self._held)
        self._held = []
        with suppress(OSError):  # a worker that is dying begins nothing either
            self._client.run(stop_run, self._run, on_error="ignore")

    def close(self) -> None:
        """Cancels what is open and leaves the cluster as it was."""
        for future in list(self._sent):
            future.cancel()
        try:
            self._client.close(timeout=2)
        except (OSError, TimeoutError):
            pass
        finally:
            _LOG.setLevel(self._level)


def connect(address: str) -> Any:
    """A client of the scheduler at an address or in a scheduler file.

    Raises:
        MissingDependencyError: The extra isn't installed.
        SettingsError: There is no scheduler, or it can't be reached with these certificates.
    """
    try:
        import distributed
    except ImportError:
        raise MissingDependencyError(
            "Dask distributed isn't installed.", "Install it with: pip install 'audiofy[dask]'."
        ) from None
    dask: Any = distributed  # its functions have no types
    remedy = "Start one with: dask scheduler --host 127.0.0.1."
    if address.startswith("tls://"):
        remedy = "See that it runs, and that the certificates of both sides are of one authority."
        _check_certificates(dask.Security(), address)
    where = {"address": address} if "://" in address else {"scheduler_file": address}
    try:
        return dask.Client(**where, timeout=CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise SettingsError(f"There is no Dask scheduler at {address}: {error}.", remedy) from error


def _check_certificates(security: Any, address: str) -> None:
    """Sees that there are certificates to show; without, Dask ends in a traceback.

    Raises:
        SettingsError: There are none, or they can't be read.
    """
    remedy = "Name them in Dask's configuration, as docs/cluster.md shows."
    try:
        given = security.get_connection_args("client")["ssl_context"]
    except (OSError, ValueError) as error:
        raise SettingsError(f"The certificates for {address} can't be read: {error}.", remedy) from error
    if given is None:
        raise SettingsError(f"{address} asks for certificates, and there are none.", remedy)


def _failed(job: Job, error: BaseException) -> Receipt:
    message = f"{job.source}: its worker failed: {type(error).__name__}: {str(error)[:300]}"
    kind = EngineCrashedError
    return Receipt(job=job, error=kind.__name__, message=message, exit_code=kind.exit_code)
