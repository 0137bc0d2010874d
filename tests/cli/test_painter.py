"""What a terminal shows in the end: every path whole, and nothing left of the picture."""

import os
import re
import struct
import subprocess
import sys
import time

import pytest

from audiofy.cli import painter
from audiofy.cli.painter import Painter, cells, fitted

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals of this kind")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")


class Terminal:
    """As much of a terminal as a painter uses: it wraps lines, goes up and clears what is below."""

    def __init__(self, width):
        self.width = width
        self.rows = [""]
        self.row = self.column = 0

    def feed(self, text):
        for token in re.findall(r"\x1b\[\d*[A-Za-z]|.", text, re.DOTALL):
            if token == "\r":
                self.column = 0
            elif token == "\n":
                self._down()
            elif token.endswith("A") and len(token) > 1:
                self.row = max(self.row - int(token[2:-1]), 0)
            elif token == "\x1b[J":
                self.rows[self.row :] = [self.rows[self.row][: self.column]]
            else:
                assert len(token) == 1, token
                if self.column == self.width:
                    self._down()
                    self.column = 0
                line = self.rows[self.row].ljust(self.column)
                self.rows[self.row] = line[: self.column] + token + line[self.column + 1 :]
                self.column += 1
        return self

    def _down(self):
        self.row += 1
        if self.row == len(self.rows):
            self.rows.append("")

    def joined(self):
        """The rows as lines, those joined that only the edge has parted."""
        lines, before = [], ""
        for row in self.rows:
            if len(before) == self.width:
                lines[-1] += row
            else:
                lines.append(row)
            before = row
        return [line for line in lines if line]


def on_a_terminal(command, width, **streams):
    """Runs a command on a terminal of that width; what it shows at the end, and the exit code."""
    inside, outside = pty.openpty()
    fcntl.ioctl(outside, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    environment = {**os.environ, "TERM": "xterm"} | {"COLUMNS": "", "LINES": ""}
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, **{"stdout": outside, "stderr": outside} | streams, env=environment
    )
    os.close(outside)
    told = b""
    while True:
        try:
            chunk = os.read(inside, 65536)
        except OSError:  # Linux says so where the other end is closed
            chunk = b""
        if not chunk:
            break
        told += chunk
    os.close(inside)
    if process.stdout:
        process.stdout.close()
    return Terminal(width).feed(told.decode()).joined(), process.wait(), told


@pytest.fixture
def news(studio, article):
    folder = studio / "news"
    folder.mkdir()
    text = article.read_text(encoding="utf-8")
    for word in ("ferry", "tram", "coach"):
        path = folder / f"{word}.txt"
        path.write_text(text.replace("Ferry", word.title()).replace("ferry", word) * 2, encoding="utf-8")
    return folder


COMMAND = [sys.executable, "-P", "-m", "audiofy", "convert", "news", "nowhere.txt"]
PATHS = [
    f"output/{word}-to-run-through-the-winter/{word}-to-run-through-the-winter.mp3"
    for word in ("coach", "ferry", "tram")
]


@pytest.mark.parametrize("width", [60, 140])
def test_a_terminal_shows_every_path_whole_and_no_rest_of_the_picture(news, width):
    shown, code, told = on_a_terminal(COMMAND, width)
    assert code == 9
    assert b"slot 1" in told  # there was a picture
    assert shown[:3] == PATHS
    assert not [line for line in shown if "slot" in line or "━" in line or "─" in line]
    assert shown[-1].startswith("  ") or "1 of 4" in shown[-1]


def test_paths_that_go_to_a_file_are_all_that_is_in_it(news, studio):
    with (studio / "paths").open("w") as file:
        shown, _, told = on_a_terminal(COMMAND, 80, stdout=file)
    assert (studio / "paths").read_text().splitlines() == PATHS
    assert b"slot 1" in told
    assert not [line for line in shown if "slot" in line or "output/" in line]


def test_a_pipe_gets_no_picture_beside_it(news):
    shown, _, told = on_a_terminal([*COMMAND[:5], "nowhere.txt", "nix.txt"], 80, stdout=subprocess.PIPE)
    assert b"\x1b" not in told
    assert not [line for line in shown if "slot" in line]


@pytest.mark.parametrize("width", [20, 60, 80, 200])
def test_what_is_printed_aside_stays(width, monkeypatch):
    import io
    from contextlib import redirect_stderr

    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((width, 10)))
    monkeypatch.setattr(painter, "FRAMES_PER_SECOND", 200)
    said = [f"path {number} " + "x" * 34 * number for number in range(6)]
    with redirect_stderr(io.StringIO()) as screen:
        picture = Painter(lambda: ["slot 1  \x1b[31m" + "列車" * 60, "", *["slot"] * 30])
        for text in said:
            time.sleep(0.02)
            with picture.aside():
                screen.write(f"{text}\n")
        time.sleep(0.02)
        picture.close()
    assert "slot" in screen.getvalue()
    assert Terminal(width).feed(screen.getvalue().replace("\n", "\r\n")).joined() == said


@pytest.mark.parametrize(
    ("text", "cut"),
    [("short", "short"), ("a longer one", "a longe…"), ("列車列車列車", "列車列…"), ("a\x1b[2J", "a [2J")],
)
def test_a_line_is_cut_to_its_cells(text, cut):
    assert fitted(text, 8) == cut
    assert cells(cut) <= 8
