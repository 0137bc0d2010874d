"""verify, retract and credentials, as people run them."""

import io
import json
import os
import threading
import tomllib
from xml.etree import ElementTree as ET

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from mutagen.id3 import ID3

from audiofy import output
from audiofy.publication.server import server_of


@pytest.fixture
def episode(audiofy, article, studio):
    code, out, err = audiofy("convert", article, "--quiet")
    assert code == 0, err
    return (studio / out.strip()).parent


def tag_of(mp3):
    return ID3(io.BytesIO(mp3)).size


def findings(out):
    return {finding["check"] for finding in json.loads(out)}


def test_what_convert_makes_keeps_its_promises(audiofy, episode):
    code, out, _ = audiofy("verify")
    assert (code, out.splitlines()[-1].rpartition(": ")[2]) == (0, "every promise is kept.")


def test_a_broken_promise_is_exit_10_with_file_reason_and_remedy(audiofy, episode):
    (episode / "transcript.vtt").unlink()
    code, out, err = audiofy("verify", episode)
    assert code == 10
    assert str(episode / "transcript.vtt") in out
    assert "nothing to read" in out
    assert "1 promise is broken" in out
    assert "1 broken promise." in err


def test_verify_tells_programs(audiofy, episode, studio):
    with (episode / f"{episode.name}.mp3").open("ab") as file:
        file.write(b"x")
    code, out, _ = audiofy("verify", "--json", "--junit", studio / "report.xml")
    assert code == 10
    assert findings(out) == {"audio-size"}
    suites = ET.parse(studio / "report.xml").getroot()
    assert [suite.get("failures") for suite in suites] == ["1", "0"]


def test_a_disclosure_that_is_off_is_noticed_and_breaks_nothing(audiofy, article, studio):
    assert audiofy("convert", article, "--quiet", "--disclosure", "off")[0] == 0
    code, out, _ = audiofy("verify", "--json")
    assert (code, findings(out)) == (0, {"disclosure-spoken"})


def test_an_article_that_changed_since_is_found(audiofy, article, episode):
    assert audiofy("verify", "--source")[0] == 0
    article.write_text(article.read_text(encoding="utf-8").replace("$4", "$5"), encoding="utf-8")
    code, out, _ = audiofy("verify", "--source", "--json")
    assert (code, findings(out)) == (10, {"source-unchanged"})


def test_a_title_of_the_settings_is_no_change_at_the_source(audiofy, article, studio):
    (studio / "audiofy.toml").write_text('[reading]\ntitle = "All winter long"\n', encoding="utf-8")
    assert audiofy("convert", article, "--quiet")[0] == 0
    assert audiofy("verify", "--source")[0] == 0


def test_nothing_to_verify_is_exit_4(audiofy, studio):
    code, _, err = audiofy("verify", "nowhere")
    assert code == 4
    assert "nowhere" in err


def test_a_changed_article_gets_a_version_and_a_history(audiofy, article, episode):
    article.write_text(article.read_text(encoding="utf-8").replace("$4", "$5"), encoding="utf-8")
    before = output.read_episode(episode)
    assert audiofy("convert", article, "--quiet")[0] == 0
    after = output.read_episode(episode)
    assert (after.guid, after.version) == (before.guid, 2)
    assert [one.changed for one in after.history] == [(), ("text",)]
    assert after.history[0].audio_sha256 == before.recording.sha256
    assert audiofy("verify")[0] == 0


def test_retract_leaves_a_tombstone(audiofy, episode):
    code, out, err = audiofy("retract", episode.name, "--reason", "The ferry was sold.")
    assert code == 0
    assert out.strip().endswith("tombstone.json")
    assert "audiofy publish" in err
    assert {path.name for path in episode.iterdir()} == output.KEPT_OF_RETRACTED
    assert output.tombstone_of(episode).reason == "The ferry was sold."
    assert list(output.episodes(episode.parent)) == []
    again = json.loads(audiofy("retract", episode, "--reason", "Other.", "--json")[1])
    assert again["reason"] == "Other."
    assert again["retracted"] == json.loads(audiofy("retract", episode, "--reason", "Other.", "--json")[1])["retracted"]
    code, _, err = audiofy("retract", episode, "--reason", "A third.")
    assert code == 0
    assert "already; the reason was 'Other.' and is the new one now." in err


def test_retracting_what_is_not_there_is_exit_4(audiofy, studio):
    code, _, err = audiofy("retract", "ferry", "--reason", "x")
    assert code == 4
    assert "no episode ferry" in err


def test_episodes_of_the_same_name_are_told_apart(audiofy, episode):
    content = (episode / output.EPISODE_FILE).read_bytes()
    for year in ("2025", "2026"):
        (episode.parent / year / "twin").mkdir(parents=True)
        (episode.parent / year / "twin" / output.EPISODE_FILE).write_bytes(content)
    code, _, err = audiofy("retract", "twin", "--reason", "x")
    assert code == 4
    assert "more than one" in err


def test_a_key_is_made_and_every_episode_signed(audiofy, article, studio):
    code, out, err = audiofy("credentials", "init", "--name", "The Sound Times", "--into", "keys")
    assert code == 0
    assert "What it doesn't: who you are" in err
    (studio / "audiofy.toml").write_text(out, encoding="utf-8")
    assert audiofy("convert", article, "--quiet", "--also", "web")[0] == 0
    mp3, copy = sorted(studio.glob("output/*/*.mp3"), key=lambda path: path.name.endswith(".web.mp3"))
    assert "intact, signer trusted" in audiofy("credentials", "show", copy)[1]
    code, out, _ = audiofy("credentials", "show", mp3)
    assert code == 0
    assert "intact, signer trusted" in out
    assert "The Sound Times" in out
    assert audiofy("verify")[0] == 0
    untrusted = json.loads(audiofy("credentials", "show", mp3, "--json", "--settings", "/dev/null")[1])
    assert untrusted["state"] == "valid"

    mp3.write_bytes(mp3.read_bytes().replace(b"Ferry", b"Horse", 1))
    code, out, _ = audiofy("credentials", "show", mp3)
    assert (code, "BROKEN" in out) == (10, True)
    assert findings(audiofy("verify", "--json")[1]) >= {"audio-hash", "signature-valid"}


def test_a_chain_is_made_for_a_key_in_a_token(audiofy, studio):
    assert audiofy("credentials", "init", "--name", "A", "--into", "keys")[0] == 0
    key = load_pem_private_key((studio / "keys/key.pem").read_bytes(), None)
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    (studio / "public.pem").write_bytes(public)
    arguments = ("credentials", "init", "--name", "A", "--into", "token", "--public-key", "public.pem")
    code, out, _ = audiofy(*arguments)
    assert (code, tomllib.loads(out)["credentials"]["chain"]) == (0, "token/chain.pem")
    assert not (studio / "token/key.pem").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_key_that_others_can_read_is_warned_of(audiofy, article, studio):
    (studio / "audiofy.toml").write_text(audiofy("credentials", "init", "--name", "A", "--into", "keys")[1])
    (studio / "keys/key.pem").chmod(0o644)
    code, _, err = audiofy("convert", article, "--quiet")
    assert (code, "can be read by others" in err) == (0, True)


def test_a_wrong_key_is_exit_3_before_anything_is_read(audiofy, article, studio):
    assert audiofy("credentials", "init", "--name", "A", "--into", "keys")[0] == 0
    (studio / "audiofy.toml").write_text('[credentials]\nchain = "keys/chain.pem"\n')
    code, _, err = audiofy("convert", article, "nowhere.txt", "--quiet")
    assert (code, err.count("no key to sign with"), "nowhere" in err) == (3, 1, False)
    assert not list(studio.glob("output/*/*.mp3"))


def test_what_was_made_before_there_was_a_key_is_signed_and_not_made_again(audiofy, article, episode, studio):
    mp3 = episode / f"{episode.name}.mp3"
    sound, made = mp3.read_bytes(), output.read_episode(episode).made
    (studio / "audiofy.toml").write_text(audiofy("credentials", "init", "--name", "A", "--into", "keys")[1])
    code, out, _ = audiofy("verify", "--json")
    assert (code, findings(out)) == (10, {"signature-there"})
    assert audiofy("convert", article, "--quiet")[0] == 0
    assert audiofy("verify")[0] == 0
    assert output.read_episode(episode).made == made
    assert sound[tag_of(sound) :] == mp3.read_bytes()[tag_of(mp3.read_bytes()) :]
    signed = mp3.stat().st_mtime_ns
    assert audiofy("convert", article, "--quiet")[0] == 0
    assert mp3.stat().st_mtime_ns == signed


def test_what_somebody_has_changed_is_not_signed(audiofy, article, episode, studio):
    mp3 = episode / f"{episode.name}.mp3"
    mp3.write_bytes(mp3.read_bytes()[:-4] + b"\1\2\3\4")
    (studio / "audiofy.toml").write_text(audiofy("credentials", "init", "--name", "A", "--into", "keys")[1])
    code, _, err = audiofy("convert", article, "--quiet")
    assert code == 6
    assert "is not what was recorded" in err
    assert "no Content Credentials" in audiofy("credentials", "show", mp3)[1]
    code, out, _ = audiofy("credentials", "show", mp3, mp3, "--json")
    assert (code, json.loads(out)) == (0, [{"file": str(mp3), "credential": None}] * 2)


def test_a_key_that_is_there_is_not_replaced(audiofy, studio):
    assert audiofy("credentials", "init", "--name", "A", "--into", "keys")[0] == 0
    code, _, err = audiofy("credentials", "init", "--name", "B", "--into", "keys")
    assert code == 6
    assert "is there already" in err


def test_a_file_without_credentials(audiofy, episode):
    code, out, _ = audiofy("credentials", "show", episode / f"{episode.name}.mp3")
    assert (code, "no Content Credentials" in out) == (0, True)


def test_what_was_retracted_is_not_brought_back_by_the_next_run(audiofy, article, episode):
    audiofy("retract", episode, "--reason", "The ferry was sold.")
    code, _, err = audiofy("convert", article, "--quiet")
    assert code == 6
    assert "was retracted on" in err
    assert "The ferry was sold." in err
    assert {path.name for path in episode.iterdir()} == output.KEPT_OF_RETRACTED
    assert audiofy("convert", article, "--quiet", "--force")[0] == 0
    assert output.tombstone_of(episode) is None
    assert audiofy("verify")[0] == 0


SHOW = """[[show]]
title = "The Sound Times"
description = "News of the sound."
site = "https://sound.example/"
author = "The Sound Times"
language = "en-US"
category = "News"
owner = { name = "The Sound Times", email = "desk@sound.example" }
"""


def test_what_publish_makes_keeps_its_promises_and_forgets_what_was_retracted(audiofy, article, studio):
    (studio / "audiofy.toml").write_text(SHOW, encoding="utf-8")
    other = studio / "bell.txt"
    other.write_text(article.read_text(encoding="utf-8").replace("Ferry to run", "Bell to ring"), encoding="utf-8")
    assert audiofy("convert", article, other, "--quiet")[0] == 0
    assert audiofy("publish", "--base-url", "https://cdn.example/")[0] == 0
    code, out, _ = audiofy("verify")
    assert code == 0, out
    (slug,) = (path.name for path in (studio / "output").iterdir() if path.name.startswith("bell"))
    assert audiofy("retract", slug, "--reason", "It has no clapper.")[0] == 0
    assert findings(audiofy("verify", "--json")[1]) == {"item-not-retracted"}
    assert audiofy("publish", "--base-url", "https://cdn.example/")[0] == 0
    assert audiofy("verify")[0] == 0
    feed = (studio / "output" / "feed.xml").read_text(encoding="utf-8")
    assert ("Ferry to run" in feed, "Bell to ring" in feed) == (True, False)


def test_episodes_that_are_there_can_be_signed(audiofy, episode):
    audiofy("credentials", "init", "--name", "The Sound Times", "--into", "keys")
    before = output.read_episode(episode)
    code, _, err = audiofy("credentials", "sign", episode)
    assert (code, "--key and --chain" in err) == (3, True)
    code, out, _ = audiofy("credentials", "sign", episode, "--key", "keys/key.pem", "--chain", "keys/chain.pem")
    assert (code, out.strip()) == (0, str(episode / before.recording.audio))
    after = output.read_episode(episode)
    assert after.recording.size > before.recording.size
    assert audiofy("verify", episode)[0] == 0
    shown = audiofy("credentials", "show", out.strip(), "--trust", "keys/root.pem", "--json")[1]
    assert json.loads(shown)["state"] == "trusted"


def test_what_was_changed_since_is_not_signed(audiofy, episode):
    audiofy("credentials", "init", "--name", "The Sound Times", "--into", "keys")
    path = episode / f"{episode.name}.mp3"
    path.write_bytes(path.read_bytes() + b"x")
    code, _, err = audiofy("credentials", "sign", episode, "--key", "keys/key.pem", "--chain", "keys/chain.pem")
    assert (code, "not what was recorded" in err) == (6, True)


@pytest.fixture
def web(audiofy, episode, studio):
    """The output folder, published and served on the loopback interface: its address."""
    server = server_of(studio / "output")
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    (studio / "audiofy.toml").write_text(
        f'[show]\ntitle = "Gazette"\ndescription = "News."\nbase_url = "{address}"\n[fetching]\ncache = false\n'
    )
    assert audiofy("publish")[0] == 0
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield address
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_a_feed_on_the_web_is_checked_with_the_files_that_it_names(audiofy, episode, web):
    feed = f"{web}feed.xml"
    code, out, _ = audiofy("verify", feed, "--allow-private-hosts")
    assert (code, out.splitlines()[-1].rpartition(": ")[2]) == (0, "every promise is kept.")
    audio = episode / f"{episode.name}.mp3"
    ID3(audio).delete()
    (episode / "transcript.srt").unlink()
    code, out, _ = audiofy("verify", feed, "--allow-private-hosts", "--json")
    assert (code, findings(out)) == (10, {"remote-enclosure-size", "remote-tags", "remote-transcripts"})
    assert all(finding["file"].startswith(web) for finding in json.loads(out))


def test_a_feed_on_a_private_address_is_fetched_only_when_allowed(audiofy, web):
    code, _, err = audiofy("verify", f"{web}feed.xml")
    assert code == 4
    assert "--allow-private-hosts" in err
    assert audiofy("verify", f"{web}nowhere.xml", "--allow-private-hosts")[0] == 4
