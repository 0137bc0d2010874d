"""Signing: what is claimed, what is kept, who can read the key."""

import os
import shutil
import stat
import struct
import subprocess
import sys
import wave
from dataclasses import replace
from pathlib import Path

import pytest
from mutagen.id3 import ID3, SYLT, TIT2

from audiofy.audio.credentials import Keys, found_publisher, keys_of, show, sign, signing
from audiofy.audio.credentials.frames import Contents, contents_of, differences
from audiofy.audio.credentials.manifest import NARRATION, Ingredient, manifest
from audiofy.audio.credentials.reading import credential
from audiofy.disclosure import IPTC, text_sha256
from audiofy.errors import MissingDependencyError, OutputError, RecordingError, SettingsError, SourceNotFoundError
from audiofy.settings import Signing
from sample import an_episode

EPISODE = an_episode()


@pytest.fixture(scope="module")
def publisher_files(tmp_path_factory):
    return found_publisher("The Sand Point Gazette", tmp_path_factory.mktemp("keys") / "credentials")


@pytest.fixture(scope="module")
def keys(publisher_files):
    key, chain, _ = publisher_files
    return keys_under(key=str(key), chain=str(chain))


def signed(path, keys, **changes):
    sounds = changes.pop("sounds", ())
    sign(path, keys, replace(EPISODE, **changes), sounds=sounds)
    return path


def read_back(path, trust=""):
    return show(path, trust)


def keys_under(environment=None, **settings):
    return keys_of(Signing(**settings), environment or {})


def a_wav(path):
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(struct.pack("<8h", *range(8)))
    return path


def test_what_is_signed_can_be_read_back(mp3, keys, publisher_files):
    credential = read_back(signed(mp3, keys, made="2026-03-14T07:00:00+00:00"), publisher_files[2].read_text())
    assert credential.state == "trusted"
    assert credential.signer == credential.organisation == "The Sand Point Gazette"
    assert credential.agent == "espeak 1.52.0"
    assert credential.generator.startswith("audiofy 0.")
    assert credential.made == "2026-03-14T07:00:00+00:00"
    assert not credential.signed
    assert credential.source_type == EPISODE.disclosure.source_type
    assert credential.disclosure == EPISODE.disclosure.sentence
    assert credential.url == EPISODE.article.url
    assert credential.text_sha256 == text_sha256(EPISODE.article)
    assert credential.title == EPISODE.article.title
    assert credential.problems == ()


def test_a_signer_nobody_vouches_for_is_valid_and_not_trusted(mp3, keys):
    assert read_back(signed(mp3, keys)).state == "valid"


def test_signing_changes_no_frame_and_no_audio(mp3, keys):
    before = contents_of(mp3)
    signed(mp3, keys)
    assert contents_of(mp3) == before
    assert len(before.frames) > 20
    assert [path.name for path in mp3.parent.iterdir()] == ["episode.mp3"]


def test_signing_again_replaces_the_credentials(mp3, keys):
    signed(mp3, keys)
    signed(mp3, keys, made="2027-01-01T00:00:00+00:00")
    assert read_back(mp3).made == "2027-01-01T00:00:00+00:00"
    assert len([key for key in ID3(mp3) if key.startswith("GEOB")]) == 1


def test_a_file_without_credentials_has_none(mp3):
    assert show(mp3) is None


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SourceNotFoundError, match="nowhere"):
        show(tmp_path / "nowhere.mp3")


def test_a_changed_tag_breaks_the_signature(mp3, keys):
    tags = ID3(signed(mp3, keys))
    tags["TIT2"] = TIT2(encoding=3, text=["Lighthouse sold"])
    tags.save(mp3)
    found = read_back(mp3)
    assert found.state == "invalid"
    assert any("assertion.dataHash.mismatch" in problem for problem in found.problems)


def test_a_changed_byte_of_audio_breaks_the_signature(mp3, keys):
    content = bytearray(signed(mp3, keys).read_bytes())
    content[-500] ^= 1
    mp3.write_bytes(content)
    assert read_back(mp3).state == "invalid"


def test_a_damaged_store_is_invalid(mp3, keys):
    content = signed(mp3, keys).read_bytes()
    at = content.index(b"c2pa.claim")
    mp3.write_bytes(content[:at] + bytes(10) + content[at + 10 :])
    assert read_back(mp3).state == "invalid"


def test_sounds_are_ingredients(mp3, keys, tmp_path):
    jingle = a_wav(tmp_path / "jingle.wav")
    assert read_back(signed(mp3, keys, sounds=[str(jingle)])).ingredients == ("jingle.wav",)


def test_a_sound_that_c2pa_cannot_hold_is_still_named():
    ogg = Ingredient(name="bell.ogg", media_type="audio/ogg", sha256="ab" * 32)
    definition = manifest(EPISODE, "1", sounds=(ogg,))
    narration = next(one["data"] for one in definition["assertions"] if one["label"] == NARRATION)
    assert narration["sounds"] == [{"name": "bell.ogg", "sha256": "ab" * 32}]
    assert len(definition["assertions"][0]["data"]["actions"]) == 1


def test_a_sound_that_is_not_there(mp3, keys):
    with pytest.raises(SettingsError, match=r"gong\.wav"):
        signed(mp3, keys, sounds=["gong.wav"])


@pytest.mark.parametrize(("engine", "models"), [("espeak", 0), ("sapi5", 1)])
def test_only_trained_voices_have_a_model(engine, models):
    voice = replace(EPISODE.cast.narrator, engine=engine, engine_voice="Zira")
    cast = replace(EPISODE.cast, narrator=voice, quotation=voice, roles=())
    definition = manifest(replace(EPISODE, cast=cast), "1")
    assert len([one for one in definition["assertions"] if one["label"] == "c2pa.ai-disclosure"]) == models


def test_the_path_of_a_file_is_not_published():
    article = replace(EPISODE.article, url="/home/jo/drafts/lighthouse.txt")
    definition = manifest(replace(EPISODE, article=article), "1")
    assert "/home/jo" not in str(definition)


@pytest.mark.parametrize("term", ["algorithmicMedia", "trainedAlgorithmicMedia", "compositeSynthetic"])
def test_every_source_type_we_use_is_accepted(mp3, keys, term):
    disclosure = replace(EPISODE.disclosure, source_type=IPTC + term)
    assert read_back(signed(mp3, keys, disclosure=disclosure)).source_type == IPTC + term


def test_synchronised_lyrics_are_refused(mp3, keys):
    tags = ID3(mp3)
    tags.add(SYLT(encoding=3, lang="eng", format=2, type=1, desc="", text=[("The", 0), ("lighthouse", 300)]))
    tags.save(mp3)
    before = mp3.read_bytes()
    with pytest.raises(RecordingError, match="SYLT"):
        signed(mp3, keys)
    assert mp3.read_bytes() == before


def test_an_older_tag_is_refused(mp3, keys):
    ID3(mp3).save(mp3, v2_version=3)
    with pytest.raises(RecordingError, match=r"ID3v2\.3"):
        signed(mp3, keys)


def test_a_file_without_tags_is_refused(keys, tmp_path):
    path = tmp_path / "bare.mp3"
    path.write_bytes(b"\xff\xfb" + bytes(400))
    with pytest.raises(RecordingError, match="ID3"):
        signed(path, keys)


def test_a_library_that_drops_frames_is_found_out(mp3, keys, monkeypatch):
    def drop(source, target, *_):
        shutil.copy(source, target)
        tags = ID3(target)
        tags.delall("TIT2")
        tags.save(target)

    monkeypatch.setattr(signing, "embed", drop)
    before = mp3.read_bytes()
    with pytest.raises(RecordingError, match="TIT2 is lost"):
        signed(mp3, keys)
    assert mp3.read_bytes() == before
    assert [path.name for path in mp3.parent.iterdir()] == ["episode.mp3"]


def test_differences_name_each():
    before = Contents(version=(2, 4, 0), frames={"TIT2": "a", "TPE1": "b"}, audio="x")
    after = Contents(version=(2, 4, 0), frames={"TIT2": "c", "TALB": "d"}, audio="y")
    assert differences(before, after) == ("TPE1 is lost", "TALB was added", "TIT2 changed", "the audio changed")


def test_nobody_else_can_read_the_key(publisher_files):
    if os.name == "nt":
        pytest.skip("Windows has no modes; the folder of the user is private there")
    assert [stat.S_IMODE(path.stat().st_mode) for path in publisher_files] == [0o600] * 3
    assert stat.S_IMODE(publisher_files[0].parent.stat().st_mode) == 0o700


def test_a_key_is_never_replaced(publisher_files):
    before = publisher_files[0].read_bytes()
    with pytest.raises(OutputError, match=r"key\.pem is there already"):
        found_publisher("Another", publisher_files[0].parent)
    assert publisher_files[0].read_bytes() == before


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="Can't write"):
        found_publisher("Gazette", tmp_path / "file" / "keys")


def test_without_the_extra_the_remedy_is_named(monkeypatch, mp3):
    monkeypatch.setitem(sys.modules, "c2pa", None)
    with pytest.raises(MissingDependencyError, match=r"audiofy\[c2pa\]"):
        show(mp3)


@pytest.mark.parametrize(
    "store",
    [
        {},
        {"active_manifest": 3, "manifests": []},
        {"active_manifest": "a", "manifests": {"a": {"assertions": [3, {"label": "c2pa.actions.v2", "data": []}]}}},
        {"active_manifest": "a", "manifests": {"a": {"claim_generator_info": [{"name": ["x"]}], "title": 5}}},
    ],
)
def test_a_store_of_any_shape_can_be_shown(store):
    assert credential(store).state == "invalid"


def test_signing_needs_no_network(mp3, publisher_files):
    if (
        not shutil.which("unshare")
        or subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("no network namespaces here")
    code = (
        "import sys; sys.path.insert(0, sys.argv[4]); from pathlib import Path; from sample import an_episode;"
        "from audiofy.audio.credentials import *; from audiofy.settings import Signing; e = an_episode();"
        "sign(Path(sys.argv[1]), keys_of(Signing(key=sys.argv[2], chain=sys.argv[3]), {}), e);"
        "print(show(Path(sys.argv[1])).state)"
    )
    key, chain, _ = publisher_files
    here = Path(__file__).parent.parent
    arguments = ["unshare", "-n", sys.executable, "-c", code, str(mp3), str(key), str(chain), str(here)]
    assert subprocess.run(arguments, capture_output=True, text=True, check=True).stdout == "valid\n"


def test_keys_say_nothing_of_the_key(keys):
    assert isinstance(keys, Keys)
    assert "PRIVATE" not in repr(keys)
