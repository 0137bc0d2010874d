"""What was examined to text for people, and to JUnit XML for CI. Pure."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from audiofy.audit.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from audiofy.audit.finding import Examined, Finding

# What XML 1.0 can't hold (https://www.w3.org/TR/xml/#charsets); titles of hostile pages may have it.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_SIGNS = {Level.BROKEN: "✗", Level.NOTICE: "·"}


def broken(examined: Iterable[Examined]) -> int:
    """How many promises are broken; notices break none."""
    return sum(finding.level is Level.BROKEN for one in examined for finding in one.findings)


def as_text(examined: Sequence[Examined]) -> str:
    """Findings a file, each with why it matters and what to do, what was not checked, and a line that counts."""
    lines = [line for one in examined for finding in one.findings for line in _told(finding)]
    checks = sum(len(one.made) for one in examined)
    count = broken(examined)
    kept = "every promise is kept" if not count else f"{count} {'promise is' if count == 1 else 'promises are'} broken"
    return "\n".join(
        [
            *lines,
            *_skipped(examined),
            f"{checks} checks of {len(examined)} subject{'' if len(examined) == 1 else 's'}: {kept}.",
        ]
    )


def _skipped(examined: Iterable[Examined]) -> Iterator[str]:
    """Why checks were not made, and how many: silence could be taken for "all is well"."""
    reasons = Counter(reason for one in examined for _, reason in one.skipped)
    for reason, count in reasons.items():
        yield f"- {count} check{'s' if count > 1 else ''} not made: {_flat(reason)}"


def _told(finding: Finding) -> Iterator[str]:
    yield f"{_SIGNS[finding.level]} {_flat(finding.file)}"
    yield f"  {_flat(_what(finding))} ({finding.check})"
    yield f"  {finding.why} {finding.remedy}"


def _what(finding: Finding) -> str:
    return f"{finding.what}; and {len(finding.more)} more like it" if finding.more else finding.what


def _flat(text: str) -> str:
    """One line without controls, which could rewrite what a terminal shows."""
    return "".join(char if char.isprintable() else " " for char in text)


def as_junit(examined: Sequence[Examined]) -> bytes:
    """JUnit XML: a suite for each subject, a case for each check, failures for broken promises."""
    root = ET.Element("testsuites", name="audiofy verify")
    for one in examined:
        suite = ET.SubElement(
            root,
            "testsuite",
            name=_xml(one.subject),
            tests=str(len(one.made) + len(one.skipped)),
            failures=str(len({finding.check for finding in one.findings if finding.level is Level.BROKEN})),
            skipped=str(len(one.skipped)),
            errors="0",
        )
        for name in one.made:
            _case(suite, one.subject, name, [finding for finding in one.findings if finding.check == name])
        for name, reason in one.skipped:
            case = ET.SubElement(suite, "testcase", classname=_xml(one.subject), name=name)
            ET.SubElement(case, "skipped", message=_xml(reason))
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content


def _case(suite: ET.Element, subject: str, name: str, findings: Sequence[Finding]) -> None:
    case = ET.SubElement(suite, "testcase", classname=_xml(subject), name=name)
    failures = [finding for finding in findings if finding.level is Level.BROKEN]
    told = "\n".join(
        "\n".join((f"{one.file}: {one.what}. {one.why} {one.remedy}", *(f"{one.file}: {what}" for what in one.more)))
        for one in findings
    )
    if failures:
        failure = ET.SubElement(case, "failure", message=_xml(_what(failures[0])), type=name)
        failure.text = _xml(told)
    elif findings:
        ET.SubElement(case, "system-out").text = _xml(told)


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
