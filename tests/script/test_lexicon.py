"""Lexicons: their files, what they say for a term, and what is wrong with them."""

from __future__ import annotations

import pytest

from audiofy.errors import LexiconError
from audiofy.script.lexicon import Entry, Kind, Lexicon, built_in, combined
from audiofy.script.lexicon.files import PLS_NAMESPACE, entry, from_pls, from_tsv, read_lexicon
from audiofy.script.lexicon.phonemes import checked, to_espeak, with_ending
from audiofy.script.lexicon.review import as_tsv, check, suggest
from audiofy.script.spoken import speakable

PLS = """<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" alphabet="ipa" xml:lang="en-US" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon">
  <lexeme><grapheme>Harwyn</grapheme><grapheme>Harwin</grapheme><phoneme>ˈhɑːɹwɪn</phoneme><alias>Har win</alias></lexeme>
  <lexeme><grapheme>Belk &amp; Co</grapheme><alias>Belk and Company</alias><example>by Belk</example></lexeme>
  <lexeme><grapheme>Ruoc</grapheme><phoneme alphabet="x-espeak">r'u:Ok</phoneme></lexeme>
</lexicon>
"""


def lexicon(*lines):
    return from_tsv("\n".join(line.replace(" | ", "\t") for line in lines), "my.tsv")


def said(text, *lines, **how):
    return speakable(text, lexicon=lexicon(*lines), **how).text


def test_a_tsv_has_remarks_a_header_and_defaults():
    read = lexicon("term | kind | value | language | case", "# names", "", "Ruoc | alias | Roo ock | en | any")
    assert read.entries == (
        Entry(term="Ruoc", kind=Kind.ALIAS, value="Roo ock", language="en", exact=False, source="my.tsv:4"),
    )


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("Ruoc", "1 columns"),
        ("Ruoc | sing | la", "no kind 'sing'"),
        ("Ruoc | alias", "no value"),
        ("Ruoc | letters | R", "takes no value"),
        ("– | alias | dash", "no letter"),
        ("Ruoc | alias | roo | en | loud", "case is 'loud'"),
        ("Ruoc | alias | [[r'u:]]", "can't hold"),
        ("Ruoc | ipa | ɹyɔk", "no phoneme for 'yɔk'"),
        ("Ruoc | espeak | ru§k", "no phoneme '§k'"),
        ("Ruoc | ipa | ˈ", "no phonemes"),
    ],
)
def test_a_wrong_line_is_named(line, complaint):
    with pytest.raises(LexiconError, match=r"my\.tsv:1") as raised:
        lexicon(line)
    assert complaint in str(raised.value)


def test_pls_gives_every_grapheme_its_alias_and_phonemes():
    entries = from_pls(PLS.encode(), "my.pls").entries
    assert [(entry.term, entry.kind, entry.value) for entry in entries] == [
        ("Harwyn", Kind.IPA, "ˈhɑːɹwɪn"),
        ("Harwyn", Kind.ALIAS, "Har win"),
        ("Harwin", Kind.IPA, "ˈhɑːɹwɪn"),
        ("Harwin", Kind.ALIAS, "Har win"),
        ("Belk & Co", Kind.ALIAS, "Belk and Company"),
        ("Ruoc", Kind.ESPEAK, "r'u:Ok"),
    ]
    assert {entry.language for entry in entries} == {"en-US"}
    assert entries[0].source == "my.pls:3"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ('<!DOCTYPE l [<!ENTITY a "b">]><lexicon>&a;</lexicon>', "document type"),
        ('<!DOCTYPE l SYSTEM "file:///etc/passwd"><lexicon/>', "document type"),
        ("<lexicon><lexeme>", "not well-formed"),
        ("<html/>", "no PLS"),
        ('<lexicon xmlns="http://example.org/x"/>', "no PLS"),
        ("<lexicon><lexeme><grapheme>A</grapheme></lexeme></lexicon>", "needs a grapheme"),
        (
            '<lexicon alphabet="x-sampa"><lexeme><grapheme>A</grapheme><phoneme>eI</phoneme></lexeme></lexicon>',
            "x-sampa",
        ),
        ("<lexicon>&undefined;</lexicon>", "not well-formed"),
    ],
)
def test_wrong_pls_is_refused(content, complaint):
    with pytest.raises(LexiconError, match=complaint):
        from_pls(content.encode(), "my.pls")


def test_a_preferred_alias_comes_first():
    content = "<lexicon><lexeme><grapheme>A</grapheme><alias>b</alias><alias prefer='true'>c</alias></lexeme></lexicon>"
    assert [entry.value for entry in from_pls(content.encode(), "my.pls").entries] == ["c", "b"]


def test_a_file_is_read_by_what_it_is(tmp_path):
    (tmp_path / "a.tsv").write_text("\ufeffRuoc\talias\tRoo\n", encoding="utf-8")
    (tmp_path / "b.pls").write_text(PLS, encoding="utf-8")
    (tmp_path / "c.tsv").write_bytes(b"Ruoc\talias\t\xff\n")
    assert len(read_lexicon(tmp_path / "a.tsv").entries) == 1
    assert len(read_lexicon(tmp_path / "b.pls").entries) == 6
    with pytest.raises(LexiconError, match="not UTF-8"):
        read_lexicon(tmp_path / "c.tsv")
    with pytest.raises(LexiconError, match="Can't read"):
        read_lexicon(tmp_path / "d.tsv")


def test_a_term_is_a_whole_word_in_its_own_capitals():
    line = "Ruoc | alias | Roo ock"
    assert said("Ruoc, ruoc, Ruocan, MacRuoc, pre-Ruoc", line) == "Roo ock, ruoc, Ruocan, MacRuoc, pre-Roo ock"
    assert said("Ruoc and ruoc", f"{line} |  | any") == "Roo ock and Roo ock"


def test_a_headline_of_capitals_has_the_names_too():
    assert said("RUOC WINS THE VOTE", "Ruoc | alias | Roo ock") == "Roo ock WINS THE VOTE"
    assert said("The RUOC vote", "Ruoc | alias | Roo ock") == "The RUOC vote"


def test_the_longest_term_counts():
    assert said("Ana Ruoc, Ana", "Ana | alias | Ahna", "Ana Ruoc | alias | Anna Roo") == "Anna Roo, Ahna"


def test_possessives_and_plurals_follow_through():
    assert said("Ruoc's, Ruoc’s, the Ruocs, the Ruocs'", "Ruoc | alias | Roo") == "Roo's, Roo's, the Roos, the Roos'"
    assert said("ABLs, ABL's", "ABL | letters") == "A.B.L's, A.B.L's"
    assert said("XI, Xi, Xis", "Xi | alias | Shee") == "XI, Shee, Xis"


def test_letters_and_words():
    assert said("The ABL and the NOVA", "ABL | letters", "NOVA | word") == "The A.B.L and the Nova"


def test_an_entry_is_for_its_language():
    lines = ("Ruoc | alias | Roo | en-GB", "Ruoc | alias | Rock | de")
    assert [said("Ruoc", *lines, language=language) for language in ("en-GB", "en-US", "de-AT")] == [
        "Roo",
        "Ruoc",
        "Rock",
    ]


def test_an_entry_may_be_for_one_engine():
    line = "Ruoc | alias | Roo | en |  | espeak"
    assert said("Ruoc", line) == "Ruoc"
    assert said("Ruoc", line, engine="espeak") == "Roo"


def test_phonemes_go_to_the_engine_that_takes_them():
    lines = ("Ruoc | ipa | ˈɹuːɔk", "Ruoc | alias | Roo ock")
    assert said("Ruoc's", *lines) == "Roo ock's"
    assert said("Ruoc, Ruoc's", *lines, phonemes="espeak") == "[[r'u:Ok]], [[r'u:Oks]]".replace("r'u:Ok", "'ru:Ok")
    assert said("Ruoc, Ruoc's", *lines, phonemes="ipa") == "[[ˈɹuːɔk]], [[ˈɹuːɔks]]"


def test_what_an_engine_cannot_take_is_reported():
    only = lexicon("Ruoc | espeak | r'u:Ok", "Ana | ipa | ˈɑːnə")
    spoken = speakable("Ruoc met Anatol.", lexicon=only)
    assert (spoken.text, spoken.unsaid) == ("Ruoc met Anatol.", ("Ruoc",))
    assert speakable("Ruoc met Ana.", lexicon=only, phonemes="espeak").unsaid == ()
    assert speakable("Ruoc met Ana.", lexicon=only, phonemes="ipa").unsaid == ("Ruoc",)


def test_the_first_lexicon_has_the_most_weight():
    mine, theirs = Lexicon((Entry(term="Ruoc", kind=Kind.ALIAS, value="Roo"),)), lexicon("Ruoc | alias | Rock")
    assert speakable("Ruoc", lexicon=combined((mine, theirs))).text == "Roo"


def test_brackets_of_an_article_are_never_phonemes():
    assert speakable("He typed [[h@l'oU]] and [ [x]].", phonemes="espeak").text.count("[[") == 0


@pytest.mark.parametrize(
    ("ipa", "mnemonics"),
    [
        ("zəˈlɛnski", "z@'lEnski"),
        ("/tʃˈɑːvi/", "tS'A:vi"),
        ("t͡ʃiːz", "tSi:z"),
        ("ˈkɔːɹi", "'kO:ri"),
        ("ˈkɔːɹt", "'kO@t"),
        ("nwɛn", "nwEn"),
        ("bɔ̃", "bO~"),
        ("ɡoʊ.ɪŋ", "goUIN"),
    ],
)
def test_ipa_becomes_mnemonics(ipa, mnemonics):
    assert to_espeak(ipa) == mnemonics


@pytest.mark.parametrize("ipa", ["ɹyɔk", "ɛ̃", "ɬan", "tʰɪk", "a!", "", "ˈ", "a\u0303\u0301"])
def test_a_symbol_that_espeak_has_not_is_refused(ipa):
    with pytest.raises(LexiconError):
        to_espeak(ipa)


def test_mnemonics_are_checked_and_get_an_ending():
    assert checked("[[z@l'Enski]]") == "z@l'Enski"
    assert [with_ending(word) for word in ("kat", "dOg", "bVs", "dZVdZ")] == ["kats", "dOgz", "bVsI#z", "dZVdZI#z"]


def test_the_built_in_lexicon_is_good():
    entries = built_in().entries
    for raw in entries:
        entry(raw)
    names = {raw.term for raw in entries if raw.engine == "espeak"}
    assert len(names) > 300
    assert {raw.term for raw in entries if raw.kind is Kind.IPA} <= {
        raw.term for raw in entries if raw.kind is Kind.ALIAS
    }
    assert len({(raw.term, raw.kind) for raw in entries}) == len(entries)


def test_built_in_names_are_for_espeak_and_acronyms_for_all():
    text = "Zelenskyy met UNESCO staff in Kyiv."
    assert speakable(text).text == "Zelenskyy met You Nesco staff in Kyiv."
    assert speakable(text, engine="espeak").text == "Zelenski met You Nesco staff in Keeve."
    assert speakable(text, engine="espeak", phonemes="espeak").text.startswith("[[z@l'Enski]] met [[")


def test_check_finds_what_is_wrong(tmp_path):
    good, bad = tmp_path / "good.tsv", tmp_path / "bad.tsv"
    good.write_text("Ruoc\talias\tRoo\nRuoc\tword\nAna\tipa\tˈɑːnə\nBelk\talias\tBell\n", encoding="utf-8")
    bad.write_text("Ruoc\tsing\tla\n", encoding="utf-8")
    findings = check([good, bad, tmp_path / "none.tsv"], ["Ruoc met Ana."])
    assert [(finding.fault, finding.term) for finding in findings] == [
        ("bad", ""),
        ("bad", ""),
        ("duplicate", "Ruoc"),
        ("no alias", "Ana"),
        ("unused", "Belk"),
    ]
    assert findings[2].where == f"{good}:2"


def test_check_finds_every_wrong_entry_and_goes_on(tmp_path):
    tsv, pls = tmp_path / "bad.tsv", tmp_path / "bad.pls"
    tsv.write_text("Ruoc\tsing\tla\nAna\talias\tAhna\nBelk\tletters\tx\nAna\tword\nX\talias\t[[x]]\n", encoding="utf-8")
    pls.write_text(
        f'<lexicon xmlns="{PLS_NAMESPACE}" alphabet="x-sampa"><lexeme><grapheme>Zo</grapheme><phoneme>z</phoneme></lexeme>'
        "\n<lexeme><grapheme>Qu</grapheme></lexeme><lexeme><grapheme>Ok</grapheme><alias>okay</alias></lexeme></lexicon>",
        encoding="utf-8",
    )
    findings = check([tsv, pls])
    assert [(finding.fault, finding.where) for finding in findings] == [
        ("bad", f"{tsv}:1"),
        ("bad", f"{tsv}:3"),
        ("bad", f"{tsv}:5"),
        ("bad", f"{pls}:1"),
        ("bad", f"{pls}:2"),
        ("duplicate", f"{tsv}:4"),
    ]
    assert findings[0].message == "there is no kind 'sing'. Take one of alias, letters, word, ipa, espeak."


def test_check_finds_an_entry_for_an_engine_that_there_is_not(tmp_path):
    path = tmp_path / "my.tsv"
    path.write_text("Ruoc\talias\tRoo\ten\texact\tgramophone\nAna\talias\tAhna\ten\texact\ttone\n", encoding="utf-8")
    assert [finding.where for finding in check([path], engines=("tone",))] == [f"{path}:1"]


def test_the_word_that_opens_a_sentence_is_no_part_of_a_name():
    found = suggest(["The Harwyn Trust paid. Then Ana Ruoc left."], Lexicon())
    assert [suggestion.term for suggestion in found] == ["Ana Ruoc", "Harwyn Trust"]


def test_suggest_lists_names_without_an_entry():
    texts = [
        "The mayor, Ana Ruoc, met Zelenskyy in Harwyn on Monday. Ruoc said the Harwyn Trust would pay.",
        "Talks went on. Harwyn's council agreed with Ruoc. I am sure, she said. Perhaps. The talks failed.",
    ]
    found = suggest(texts, built_in(), engine="espeak")
    assert [(name.term, name.count) for name in found] == [
        ("Harwyn", 2),
        ("Ruoc", 2),
        ("Ana Ruoc", 1),
        ("Harwyn Trust", 1),
    ]
    tsv = as_tsv(found, "en")
    assert len(from_tsv(tsv, "new.tsv").entries) == 4
    assert suggest(texts, combined((from_tsv(tsv, "new.tsv"), built_in())), engine="espeak") == ()
