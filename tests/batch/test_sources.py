import gzip
import io
import sys

import pytest

from audiofy.batch.sources import gather
from audiofy.errors import SourceNotFoundError, UnreadableSourceError
from audiofy.settings import Settings


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.html", "deep/c.md", "picture.jpg", ".hidden.txt", ".git/x.txt", "output/old/x.html"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path


def sources(*names, **options):
    return [job.source for job in gather(names, **options)]


def test_paths_and_addresses_stand_for_themselves():
    assert sources("a.txt", "https://example.org/a", "-") == ["a.txt", "https://example.org/a", "-"]


def test_a_folder_is_searched_for_articles_but_not_the_output(folder):
    found = sources("news", settings=Settings(output="news/output"))
    assert found == ["news/a.html", "news/b.txt", "news/deep/c.md"]


def test_what_a_browser_saved_beside_a_page_is_part_of_it(folder):
    for name in ("a_files/advert.html", "a-Dateien/advert.html", "b-Dateien/c.html", "d.mhtml"):
        (folder / "news" / name).parent.mkdir(exist_ok=True)
        (folder / "news" / name).write_text("x")
    found = sources("news", settings=Settings(output="news/output"))
    assert found == ["news/a.html", "news/b.txt", "news/d.mhtml", "news/b-Dateien/c.html", "news/deep/c.md"]


def test_a_feed_named_as_one_is_looked_into(folder):
    (folder / "newest").write_text("<rss><channel><item><link>https://lock.example/1</link></item></channel></rss>")
    assert sources("newest") == ["https://lock.example/1"]
    assert sources("feed:newest") == ["https://lock.example/1"]


def test_a_pattern_is_expanded_in_order(folder):
    assert sources("news/*.*t*") == ["news/a.html", "news/b.txt"]
    assert sources("news/**/*.md") == ["news/deep/c.md"]


def test_a_pattern_without_a_match_fails_under_its_own_name(folder):
    assert sources("nothing-*.txt") == ["nothing-*.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(folder):
    (folder / "what[1].txt").write_text("x")
    assert sources("what[1].txt") == ["what[1].txt"]


def test_jobs_are_numbered(folder):
    assert [job.number for job in gather(["news", "x"], settings=Settings(output="news/output"))] == [1, 2, 3, 4]


def listed(folder, content, name="list.txt"):
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(gather([], lists=[str(folder / name)]))


def test_a_list_has_a_source_a_line(tmp_path):
    jobs = listed(tmp_path, "# today\n\na.txt\r\nhttps://example.org/b\n  c d.txt  \n")
    assert [job.source for job in jobs] == [
        str(tmp_path / "a.txt"),
        "https://example.org/b",
        str(tmp_path / "c d.txt"),
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_gives_each_article_its_voice_language_and_title(tmp_path, mark):
    text = (
        f'\ufeffSource{mark}Title{mark}voice\n# no article\na.txt{mark}"One{mark} two"{mark}carol\nb.txt{mark}{mark}\n'
    )
    one, two = listed(tmp_path, text, "list.csv")
    assert (one.title, one.voice, one.language) == (f"One{mark} two", "carol", "")
    assert (two.title, two.voice) == ("", "")


def test_json_lines_do_the_same(tmp_path):
    (job,) = listed(tmp_path, '{"source": "a.txt", "language": "en-GB"}\n\n', "list.jsonl")
    assert (job.source, job.language) == (str(tmp_path / "a.txt"), "en-GB")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("source,tempo\na.txt,fast\n", "line 1: unknown columns tempo"),
        ("source,title\na.txt,x,y\n", "line 2: 3 cells under 2 columns"),
        ("source,title\na.txt,x\n,y\n", "line 3: no source"),
        ('{"source": "a.txt"}\n{"source": ""}\n', "line 2: no source"),
        ('{"source": "a.txt"}\n{"sauce": 1}\n', "line 2"),
        ('{"source": "a.txt"}\nb.txt\n', "line 2"),
        (b"a\xff\xfeb.txt\n", "not UTF-8"),
    ],
)
def test_a_wrong_line_is_named(tmp_path, content, said):
    with pytest.raises(UnreadableSourceError, match=said):
        listed(tmp_path, content)


def test_a_list_that_is_not_there_is_said_so():
    with pytest.raises(SourceNotFoundError, match=r"nowhere\.csv"):
        sources(lists=["nowhere.csv"])


def test_a_list_may_come_on_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a.txt\nb.txt\n")))
    assert sources(lists=["-"]) == ["a.txt", "b.txt"]


def test_an_empty_list_has_no_sources(tmp_path):
    assert listed(tmp_path, "\n# nothing\n") == []


def test_lists_are_read_as_they_are_needed(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("".join(f"{number}.txt\n" for number in range(50_000)) + "\0")
    jobs = gather([], lists=[str(path)])
    assert next(jobs).source.endswith("0.txt")


RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><link>https://example.org/</link>
<item><title>One</title><link>https://example.org/1</link></item>
<item><link>https://example.org/2</link></item><item><link>https://example.org/1</link></item></channel></rss>"""
SITEMAP = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/1</loc></url>
<url><loc>https://example.org/2</loc></url></urlset>"""


@pytest.mark.parametrize("content", [RSS, SITEMAP, gzip.compress(SITEMAP)])
@pytest.mark.parametrize("by", ["name", "list"])
def test_a_feed_stands_for_the_addresses_in_it(tmp_path, content, by):
    path = tmp_path / "news.xml"
    path.write_bytes(content)
    (tmp_path / "list").write_text(f"{path}\n")
    found = sources(str(path)) if by == "name" else sources(lists=[str(tmp_path / "list")])
    assert found == ["https://example.org/1", "https://example.org/2"]


def test_a_feed_that_cannot_be_read_fails_under_its_own_name_and_the_others_go_on(tmp_path):
    assert sources("nowhere.xml", "a.txt") == ["nowhere.xml", "a.txt"]


def test_an_archive_of_text_files_is_not_opened_to_see(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "archive").mkdir()
    for number in range(3):
        (tmp_path / "archive" / f"{number}.txt").write_text("https://example.org/1\nhttps://example.org/2\n")
    assert sources("archive") == [f"archive/{number}.txt" for number in range(3)]
    assert sources("archive/*.txt") == [f"archive/{number}.txt" for number in range(3)]


def test_a_folder_without_articles_stands_for_itself(tmp_path):
    tmp_path.joinpath("empty").mkdir()
    assert [job.source for job in gather([str(tmp_path / "empty")])] == [str(tmp_path / "empty")]


@pytest.mark.parametrize("line", ["word " * 40_000, f"source,title\nnews/a.txt,{'word ' * 40_000}"])
def test_a_line_that_is_too_long_for_a_list_is_an_error(tmp_path, line):
    path = tmp_path / "list.csv"
    path.write_text(line)
    with pytest.raises(UnreadableSourceError, match=r"looks like a source|field larger than"):
        list(gather([], lists=[str(path)]))


def test_an_empty_name_is_not_the_folder_one_stands_in():
    with pytest.raises(SourceNotFoundError, match="has no name"):
        list(gather([""]))
