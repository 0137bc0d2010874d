"""The tables of the settings file, with every default. Pure."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Seconds = Annotated[float, msgspec.Meta(ge=0, le=60)]
SkipOrRead = Literal["skip", "read"]


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the settings file."""


class Reading(Section, frozen=True):
    """`[reading]`: what counts as the article.

    `language` and `title` override what the page says. The policy for what is not prose says of each kind whether it is
    read. `allow_partial` reads the teaser of a page behind a paywall; `raw` reads everything as it stands.
    """

    language: str = ""
    title: str = ""
    captions: SkipOrRead = "skip"
    image_descriptions: SkipOrRead = "skip"
    tables: SkipOrRead = "skip"
    posts: SkipOrRead = "read"
    lists: SkipOrRead = "read"
    footnotes: SkipOrRead = "skip"
    corrections: SkipOrRead = "read"
    code: SkipOrRead = "skip"
    allow_partial: bool = False
    raw: bool = False


class Fetching(Section, frozen=True):
    """`[fetching]`: the limits behind which pages are fetched. Sizes in bytes, times in seconds.

    `cache_folder` is where fetched pages are kept to ask only whether they changed; empty for the user's cache folder.
    """

    max_bytes: Annotated[int, msgspec.Meta(ge=1)] = 10_000_000
    timeout: Annotated[float, msgspec.Meta(gt=0)] = 20.0
    max_redirects: Annotated[int, msgspec.Meta(ge=0, le=20)] = 5
    allow_private_hosts: bool = False
    user_agent: str = ""
    robots: bool = True
    retries: Annotated[int, msgspec.Meta(ge=0, le=5)] = 2
    cache: bool = True
    cache_folder: str = ""


class Speaking(Section, frozen=True):
    """`[speaking]`: how words are said. `byline` false leaves author and date unspoken."""

    byline: bool = True
    lexicons: tuple[str, ...] = ()


class Casting(Section, frozen=True):
    """`[cast]`: who reads whom. `people` pins names to voices; `quotes` says how quotations are set off."""

    narrator: str = ""
    quotation: str = ""
    quotes: Literal["voice", "tone", "spoken", "plain"] = "voice"
    people: dict[str, str] = {}


class Correcting(Section, frozen=True):
    """`[[correction]]`: what an editor says of quotations, by words of one or by the person it was given to.

    With `article` (its path, file name, address or title) it is for that article and must fit something in it; without,
    it is used wherever it fits.
    """

    article: str = ""
    quotation: str = ""
    person: str = ""
    speaker: str = ""
    gender: Literal["female", "male", ""] = ""
    voice: str = ""
    not_a_quotation: bool = False


class Pauses(Section, frozen=True):
    """`[pauses]`: silences in seconds."""

    disclosure: Seconds = 0.7
    title: Seconds = 0.8
    byline: Seconds = 0.9
    heading: Seconds = 0.6
    before_heading: Seconds = 0.9
    paragraph: Seconds = 0.55
    quotation: Seconds = 0.22
    sentence: Seconds = 0.3
    sound: Seconds = 0.5


class Sounds(Section, frozen=True):
    """`[sounds]`: files played before, after and between paragraphs; empty for none. WAV, MP3, FLAC or Ogg."""

    intro: str = ""
    outro: str = ""
    between: str = ""


class Sounding(Section, frozen=True):
    """`[audio]`: the preset of the MP3, and how long an engine may take for one clip.

    `also` names presets that the same recording is encoded in too, as `<slug>.<preset>.mp3`.
    """

    preset: Literal["podcast", "web"] = "podcast"
    also: tuple[Literal["podcast", "web"], ...] = ()
    deadline: Annotated[float, msgspec.Meta(gt=0)] = 60.0
    cover: str = ""


class Disclosing(Section, frozen=True):
    """`[disclosure]`: where the disclosure is spoken, and your own sentence in place of audiofy's.

    Audio longer than `every` minutes has it again that often, and at the end; 0 for never. `quotations` says whether
    the note that quotations are read by synthetic voices is spoken too, `correction` whether the one that the article
    has changed since it was first recorded is.
    """

    spoken: Literal["start", "end", "both", "off"] = "start"
    sentence: str = ""
    every: Annotated[float, msgspec.Meta(ge=0)] = 30.0
    quotations: Literal["written", "spoken"] = "written"
    correction: Literal["written", "spoken"] = "written"


class Signing(Section, frozen=True):
    """`[credentials]`: the key and certificates that sign episodes; none signs nothing. Values are paths of PEM files.

    `command` signs in place of `key`, which then never leaves where it is kept: it is given the bytes to sign on stdin
    and gives the signature on stdout. `trust` has the root certificates that `verify` and `show` take for trusted.
    """

    key: str = ""
    chain: str = ""
    command: tuple[str, ...] = ()
    timestamp_url: str = ""
    trust: str = ""


class Owner(Section, frozen=True):
    """`[show.owner]`: who answers for the show. Directories write to this address to check who submits it."""

    name: str = ""
    email: str = ""


class Funding(Section, frozen=True):
    """`[show.funding]`: where listeners can support the show, and the words of the link."""

    url: str = ""
    text: str = ""


class Only(Section, frozen=True):
    """`[show.only]`: which episodes the show has. One of each list that is not empty must fit, letter case aside.

    `languages` are BCP 47 tags; "en" has "en-GB" too. `tags` are those of the article.
    """

    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class Show(Section, frozen=True):
    """`[show]`: the publication the episodes belong to; several `[[show]]` make several feeds of one output folder.

    `site` is the publication's own address, `base_url` the one that the output folder has on the web (`site` without).
    `category` is one of Apple's, as "News" or "News > Politics". `image` is a file or address, drawn without. `guid` is
    the feed's; without, it follows from the feed's address and stays as it is in feed.xml. The feed has the newest
    `items`, and none older than `days` (0 for no limit); what is older is in archives of `items` each.
    """

    title: str = ""
    description: str = ""
    site: str = ""
    base_url: str = ""
    author: str = ""
    owner: Owner = Owner()
    category: str = "News"
    language: str = ""
    image: str = ""
    explicit: bool = False
    copyright: str = ""
    licence: str = ""
    locked: bool = False
    medium: Literal["podcast", "newsletter", "audiobook", "blog", "course"] = "podcast"
    funding: Funding = Funding()
    guid: str = ""
    only: Only = Only()
    items: Annotated[int, msgspec.Meta(ge=1)] = 100
    days: Annotated[int, msgspec.Meta(ge=0)] = 0
    books: bool = True


class Settings(Section, frozen=True):
    """Everything a user can set.

    `layout` is where in `output` an episode's folder is: `{slug}`, `{year}/{month}/{slug}` or of other fields. `shows`
    are the tables of `[[show]]`, if there are any; `show` then has what they agree on.
    """

    reading: Reading = Reading()
    fetching: Fetching = Fetching()
    speaking: Speaking = Speaking()
    cast: Casting = Casting()
    correction: tuple[Correcting, ...] = ()
    pauses: Pauses = Pauses()
    sounds: Sounds = Sounds()
    audio: Sounding = Sounding()
    disclosure: Disclosing = Disclosing()
    credentials: Signing = Signing()
    show: Show = Show()
    shows: tuple[Show, ...] = ()
    output: str = "output"
    layout: str = "{slug}"
    voices: str = ""
