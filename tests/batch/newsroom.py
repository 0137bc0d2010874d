"""Articles of our own, in a folder."""

ARTICLE = """{title}

by Ann Lee March 3, 2025

The {word} across the sound will run through the winter for the first time, the operator said on Monday.

Its crew has grown from six people to nine, and two of them will learn to steer it before the summer comes.

Tickets will cost $4 each way, and the last boat will leave at 9:30 p.m. on every day of the week.
"""

OTHER = """Boats and trams run on

by Ann Lee March 3, 2025

Nobody has ridden up the hill since the old line closed, and its rails were sold for scrap eleven years ago.

A new company wants to lay them again, and has asked the town for half of the eight million that it will take.

The council meets in May to hear those who live beside the track, many of whom would rather keep their gardens.
"""

WORDS = ("ferry", "tram", "train", "coach", "barge")


def write(folder, word, title=None):
    path = folder / "news" / f"{word}.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(ARTICLE.format(title=title or f"The {word} runs on through the winter", word=word))
    return path
