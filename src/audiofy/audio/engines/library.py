"""libespeak-ng, found and loaded so that pyttsx3's own bindings find it too."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

from audiofy.errors import MissingDependencyError

if TYPE_CHECKING:
    from types import ModuleType

_REMEDIES = {
    "linux": "Install it with: pip install espeakng-loader",
    "darwin": "Install it with: brew install espeak-ng, or choose voices of the engine nsss.",
    "win32": "Install it from https://github.com/espeak-ng/espeak-ng/releases, or choose voices of the engine sapi5.",
}


@cache
def bindings() -> ModuleType:
    """pyttsx3's ctypes bindings of libespeak-ng.

    On Linux the library comes from espeakng-loader. Its soname is libespeak-ng.so.1, so once it is loaded the lookup of
    pyttsx3 finds it under that name, whatever the system has.

    Raises:
        MissingDependencyError: There is no libespeak-ng.
    """
    try:
        if sys.platform == "linux":
            import espeakng_loader

            ctypes.CDLL(espeakng_loader.get_library_path())
        from pyttsx3.drivers import _espeak
    except (ImportError, OSError, RuntimeError) as error:
        remedy = _REMEDIES.get(sys.platform, "Install espeak-ng.")
        raise MissingDependencyError(f"espeak-ng can't be loaded: {error}.", remedy) from error
    found: ModuleType = _espeak
    return found


def data_folder() -> bytes | None:
    """The folder that holds espeak-ng-data, or None for the one the library was built with."""
    if sys.platform != "linux":
        return None
    import espeakng_loader

    path: str = espeakng_loader.get_data_path()
    return path.encode()


def version() -> str:
    """What the library says it is, such as "1.52.0"; it needs no initialising.

    Raises:
        MissingDependencyError: There is no libespeak-ng.
    """
    told: bytes = bindings().Info(None)
    return told.decode()


def text_to_phonemes() -> Any:
    """espeak_TextToPhonemes, which pyttsx3 does not bind: (pointer to text pointer, text mode, phoneme mode)."""
    function = bindings().dll.espeak_TextToPhonemes
    function.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    function.restype = ctypes.c_char_p
    return function
