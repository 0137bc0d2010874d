"""Bylines as each language writes them."""

import pytest

from audiofy.script.byline import byline


@pytest.mark.parametrize(
    ("authors", "published", "language", "expected"),
    [
        (["Ann Lee"], "2025-04-10T07:29", "en-US", "By Ann Lee. April 10, 2025."),
        (["Ann Lee", "Bo Ray"], "2025-04-10", "en-GB", "By Ann Lee and Bo Ray. 10 April 2025."),
        (["Ann Lee", "Bo Ray", "Cy Fox"], "", "en-US", "By Ann Lee, Bo Ray and Cy Fox."),
        ([], "2025-04-10", "de", "10. April 2025."),
        (["Ann Lee"], "2025-05-03", "es-MX", "Por Ann Lee. 3 de mayo de 2025."),
        (["Олена Гончар"], "2025-05-03", "uk", "Автор: Олена Гончар. 3 травня 2025 року."),
        (["Ann Lee Jr."], "", "en", "By Ann Lee Jr."),
        (["Ann Lee"], "2025-13-40", "en", "By Ann Lee."),
        ([], "yesterday", "en", ""),
        (["Ann"], "2025-04-10", "eo", "By Ann. 10 April 2025."),
    ],
)
def test_byline(authors, published, language, expected):
    assert byline(authors, published, language) == expected
