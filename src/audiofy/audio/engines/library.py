"""libespeak-ng, found and loaded, behind pyttsx3's own bindings."""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from audiofy.errors import MissingDependencyError

if TYPE_CHECKING:
    from types import ModuleType

_REMEDY = "Install it with: pip install espeakng-loader"


@cache
def bindings() -> ModuleType:
    """pyttsx3's ctypes bindings of libespeak-ng: the library that espeakng-loader brings, else the system's.

    Raises:
        MissingDependencyError: There is no libespeak-ng.
    """
    try:
        found: ModuleType = _with_loader() if find_spec("espeakng_loader") else _bindings()
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingDependencyError(f"espeak-ng can't be loaded: {error}.", _REMEDY) from error
    return found


def _with_loader() -> ModuleType:
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    # pyttsx3 tries a fixed list of places as it is imported and takes no path, so for that moment every place has
    # the library. On Linux its soname would do, but only there.
    places = vars(ctypes.cdll)
    places["LoadLibrary"] = lambda _place: library
    try:
        return _bindings()
    finally:
        del places["LoadLibrary"]


def _bindings() -> ModuleType:
    from pyttsx3.drivers import _espeak

    found: ModuleType = _espeak
    return found


def data_folder() -> bytes | None:
    """The folder that holds espeak-ng's data, or None for the one that the library was built with."""
    if not find_spec("espeakng_loader"):
        return None
    import espeakng_loader

    path: str = espeakng_loader.get_data_path()
    return path.encode(sys.getfilesystemencoding())


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
