from __future__ import annotations

import os
import shutil
import stat
import sys

import pytest

from audiofy import output
from audiofy.errors import MissingDependencyError, PublishingError
from audiofy.publication import publish, upload
from audiofy.publication.types import published
from gazette import add, settings

pytestmark = pytest.mark.filterwarnings("default")


@pytest.fixture
def shelf(tmp_path):
    root = tmp_path / "output"
    add(root)
    add(root, "storm", title="Storm")
    publish(root, settings=settings())
    (root / ".audiofy").mkdir(exist_ok=True)
    (root / ".audiofy" / "index.json").write_text("{}")
    (root / "my notes.doc").write_text("not for listeners")
    return root


@pytest.fixture(scope="module")
def cloud():
    moto = pytest.importorskip("moto.server", reason="needs moto[server], an S3-compatible server")
    server = moto.ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def _options(cloud):
    return {
        "endpoint": cloud,
        "access_key_id": "key",
        "secret_access_key": "secret",
        "region": "us-east-1",
        "virtual_hosted_style_request": "false",
    }


def test_object_storage(shelf, cloud):
    import urllib.request

    obstore = pytest.importorskip("obstore", reason="needs obstore: audiofy[cloud]")
    urllib.request.urlopen(urllib.request.Request(f"{cloud}/audio", method="PUT"))
    sent = upload(shelf, "s3://audio/shows", options=_options(cloud))
    assert sent[-1] == "feed.xml"
    assert {"lighthouse/lighthouse.mp3", "cover.jpg"} <= set(sent)
    assert not [name for name in sent if ".audiofy" in name or name.endswith((".doc", "episode.json"))]
    store = obstore.store.from_url("s3://audio/shows", config=_options(cloud), client_options={"allow_http": True})
    there = obstore.get(store, "lighthouse/transcript.vtt")
    assert there.attributes["Content-Type"] == "text/vtt; charset=utf-8"
    assert there.attributes["Cache-Control"] == "public, max-age=300"
    assert bytes(there.bytes()) == (shelf / "lighthouse" / "transcript.vtt").read_bytes()
    assert upload(shelf, "s3://audio/shows", options=_options(cloud)) == ()
    (shelf / "lighthouse" / "transcript.txt").write_text("changed")
    assert upload(shelf, "s3://audio/shows", options=_options(cloud)) == ("lighthouse/transcript.txt",)

    obstore.put(store, "somebody/elses.html", b"not ours")
    _forgets_what_is_retracted(shelf, lambda **more: upload(shelf, "s3://audio/shows", options=_options(cloud), **more))
    there = {meta["path"] for page in obstore.list(store) for meta in page}
    assert "somebody/elses.html" in there
    assert not [name for name in there if name.startswith("storm/")]
    assert there - {".audiofy-upload.json", "somebody/elses.html"} == set(_published(shelf))


def _published(shelf):
    return [
        path.relative_to(shelf).as_posix()
        for path in shelf.rglob("*")
        if path.is_file() and published(path.relative_to(shelf).as_posix())
    ]


def _forgets_what_is_retracted(shelf, send):
    """Retracts an episode, and sends twice without and once with the wish to remove it there."""
    names = sorted(name for name in _published(shelf) if name.startswith("storm/"))
    output.retract(shelf / "storm", "Wrong.")
    publish(shelf, settings=settings())
    for delete in (False, False, True):
        gone = []
        send(delete=delete, on_gone=gone.append)
        assert sorted(gone) == names
    gone = []
    send(on_gone=gone.append)
    assert gone == []


def test_storage_that_refuses_is_named(shelf, cloud):
    pytest.importorskip("obstore", reason="needs obstore: audiofy[cloud]")
    with pytest.raises(PublishingError, match="s3://gone"):
        upload(shelf, "s3://gone/shows", options=_options(cloud))


def _program(folder, name, body):
    path = folder / name
    path.write_text(f"#!{sys.executable}\n{body}")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.mark.parametrize("target", ["sftp://-oproxycommand=x/p", "rsync://-e/p"])
def test_a_target_is_never_an_option(shelf, programs, target):
    _program(programs, "sftp", "#!/bin/sh\n")
    _program(programs, "rsync", "#!/bin/sh\n")
    with pytest.raises(PublishingError, match="names no server"):
        upload(shelf, target)


# Stands for the system's sftp: does in a local folder what the batch on stdin says.
SFTP = """
import os, shlex, shutil, sys
sys.argv[-1] == "ann@host.example" or sys.exit("no route to host")
log = open(os.environ["SFTP_LOG"], "a")
for line in sys.stdin:
    command, *names = shlex.split(line)
    log.write(line)
    try:
        {"mkdir": os.mkdir, "rmdir": os.rmdir, "get": shutil.copy, "put": shutil.copy, "rm": os.remove, "rename": os.rename}[command.lstrip("-")](*names)
    except OSError as error:
        if not command.startswith("-"):
            sys.exit(str(error))
"""


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for sftp is a script with an interpreter line")
def test_sftp(shelf, tmp_path, programs, monkeypatch):
    log = tmp_path / "log"
    monkeypatch.setenv("SFTP_LOG", str(log))
    _program(programs, "sftp", SFTP)
    far = tmp_path / 'far "quoted"'
    monkeypatch.setattr("audiofy.publication.sending.sftp.urlsplit", _splitter(far))
    sent = upload(shelf, "sftp://ann@host.example/x")
    assert sent[-1] == "feed.xml"
    for name in sent:
        assert (far / name).read_bytes() == (shelf / name).read_bytes()
    assert not list(far.rglob("*.part"))
    assert upload(shelf, "sftp://ann@host.example/x") == ()
    (shelf / "storm" / "transcript.txt").write_text("changed")
    assert upload(shelf, "sftp://ann@host.example/x") == ("storm/transcript.txt",)
    (far / "elses.html").write_text("not ours")
    _forgets_what_is_retracted(shelf, lambda **more: upload(shelf, "sftp://ann@host.example/x", **more))
    assert not (far / "storm").exists()
    assert (far / "elses.html").is_file()
    with pytest.raises(PublishingError, match="no route to host"):
        upload(shelf, "sftp://bob@host.example/x")


def _splitter(far):
    from urllib.parse import urlsplit

    return lambda target: urlsplit(target)._replace(path=str(far))


@pytest.mark.skipif(os.name == "nt", reason="the stand-in for rsync is a script with an interpreter line")
def test_rsync_sends_feeds_last(shelf, tmp_path, programs):
    log = tmp_path / "log"
    _program(
        programs, "rsync", f"import sys; open({str(log)!r}, 'a').write(repr((sys.argv[1:], sys.stdin.read())) + '\\n')"
    )
    sent = upload(shelf, "rsync://ann@host.example/srv/www")
    calls = [eval(line) for line in log.read_text().splitlines()]
    assert calls[0][0][-2] == "ann@host.example:/srv/www/.audiofy-upload.json"
    assert {arguments[-1] for arguments, _ in calls[1:]} == {"ann@host.example:/srv/www/"}
    mark = ".audiofy-upload.json"
    given = [given for _, given in calls[1:]]
    assert given == [mark, "\0".join(sent[:-1]), "feed.xml", mark]


@pytest.mark.skipif(not shutil.which("rsync"), reason="needs rsync")
def test_rsync_itself(shelf, tmp_path):
    far = tmp_path / "far [x]"
    sent = upload(shelf, f"rsync://{far}")
    assert {name: (far / name).read_bytes() for name in sent} == {name: (shelf / name).read_bytes() for name in sent}
    assert not (far / "lighthouse" / "episode.json").exists()
    (far / "storm" / "elses.html").write_text("not ours")
    (far / "elses.html").write_text("not ours")
    _forgets_what_is_retracted(shelf, lambda **more: upload(shelf, f"rsync://{far}", **more))
    assert [path.name for path in (far / "storm").iterdir()] == ["elses.html"]
    assert (far / "elses.html").is_file()
    assert (far / "lighthouse" / "index.html").is_file()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"../../etc/passwd.html": "x", "episode.json": "y"}'])
def test_a_list_that_is_none_of_ours_removes_nothing(shelf, tmp_path, programs, monkeypatch, content):
    log = tmp_path / "log"
    monkeypatch.setenv("SFTP_LOG", str(log))
    _program(programs, "sftp", SFTP)
    far = tmp_path / "far"
    far.mkdir()
    (far / ".audiofy-upload.json").write_bytes(content)
    monkeypatch.setattr("audiofy.publication.sending.sftp.urlsplit", _splitter(far))
    gone = []
    upload(shelf, "sftp://ann@host.example/x", delete=True, on_gone=gone.append)
    assert gone == []
    assert "rmdir" not in log.read_text()


def test_what_is_missing_is_named(shelf, programs):
    with pytest.raises(MissingDependencyError, match="rsync"):
        upload(shelf, "rsync://host.example/srv")
    with pytest.raises(PublishingError, match="ftp://"):
        upload(shelf, "ftp://host.example/srv")
