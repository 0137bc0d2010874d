"""What can go wrong: a tree of errors, each with an exit code and a remedy.

AudiofyError
├── UsageError              2   the command line is wrong
├── SettingsError           3   settings, voice or lexicon file wrong
│   ├── VoiceError
│   └── LexiconError
├── SourceError             4   the article can't be had
│   ├── SourceNotFoundError
│   ├── FetchError
│   ├── UnreadableSourceError
│   ├── NoArticleError
│   └── PaywallError
├── CastingError            5   no voice for the job
├── RecordingError          6   speech, levels, encoding or tags failed
│   ├── EngineCrashedError
│   ├── EngineTimeoutError
│   └── OutputError
│       └── RetractedError
├── PublishingError         7   feed, page, transcript or book failed
├── MissingDependencyError  8   something isn't installed
├── SomeFailedError         9   some of the batch failed, the rest is done
└── BrokenPromiseError      10  verify found a broken promise

Success is 0, an option or argument that there is not is 2 too (Typer says so), Ctrl-C is 130 and SIGTERM 143.
"""

from __future__ import annotations

from typing import ClassVar, Self


class AudiofyError(Exception):
    """Whatever audiofy refuses or fails to do.

    Args:
        message: What happened, naming the thing, as a sentence.
        remedy: What the user can do about it, as a sentence; empty where nothing can be done.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        """The message and the remedy in one line."""
        return f"{self.message} {self.remedy}".strip()


class UsageError(AudiofyError):
    """An argument of the command line, or the value of an option, is wrong."""

    exit_code = 2


class SettingsError(AudiofyError):
    """A settings file or value is wrong."""

    exit_code = 3


class VoiceError(SettingsError):
    """A voice profile is missing or wrong."""


class LexiconError(SettingsError):
    """A pronunciation lexicon is wrong."""


class SourceError(AudiofyError):
    """The article can't be had from its source."""

    exit_code = 4


class SourceNotFoundError(SourceError):
    """There is no such file, folder or page."""


class FetchError(SourceError):
    """A page could not be fetched, or audiofy would not fetch it."""


class UnreadableSourceError(SourceError):
    """The source is not text that audiofy can decode or parse, or is too large."""


class NoArticleError(SourceError):
    """The source was read and has no article in it."""


class PaywallError(NoArticleError):
    """The page shows a teaser and a call to subscribe, or a bot wall, in place of the article."""

    @classmethod
    def of_teaser(cls, where: str, why: str) -> Self:
        """The refusal of a teaser that was read at `where`."""
        return cls(
            f"Only a part of the article in {where} can be read: {why}.",
            "Get access and save the page, or read the part with --allow-partial.",
        )


class CastingError(AudiofyError):
    """No voice fits: an unknown voice was asked for, or none speaks the language."""

    exit_code = 5


class RecordingError(AudiofyError):
    """Speaking, levelling, encoding or tagging failed."""

    exit_code = 6


class EngineCrashedError(RecordingError):
    """The speech engine died, or gave no sound or only part of it."""


class EngineTimeoutError(RecordingError):
    """The speech engine did not answer within its deadline and was stopped."""


class OutputError(RecordingError):
    """The output folder or a file in it could not be written."""


class RetractedError(OutputError):
    """The episode was taken back, and only force makes it again.

    Args:
        message: As for every error.
        remedy: As for every error.
        folder: The episode's folder.
        when: The ISO 8601 date and time of its retraction.
        reason: Why, as the public may read it.
    """

    def __init__(self, message: str, remedy: str = "", *, folder: str = "", when: str = "", reason: str = "") -> None:
        super().__init__(message, remedy)
        self.folder = folder
        self.when = when
        self.reason = reason


class PublishingError(AudiofyError):
    """A feed, page, transcript or book could not be made."""

    exit_code = 7


class MissingDependencyError(AudiofyError):
    """An engine, library or optional extra isn't installed."""

    exit_code = 8


class SomeFailedError(AudiofyError):
    """Some articles of a batch failed; the others are done."""

    exit_code = 9


class BrokenPromiseError(AudiofyError):
    """`verify` found that something published does not keep its promise."""

    exit_code = 10
