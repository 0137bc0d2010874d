"""Plain sentences of news are never chrome, whatever words they begin with or speak of; and what is chrome is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audiofy.article import chrome
from audiofy.article.labels import TEXT, Label
from audiofy.article.lines import line_of
from audiofy.article.names import byline_names, is_name, names
from audiofy.article.plaintext import label

SENTENCES = """
Subscribe now or lose the discount, the company told its customers in a letter that a court has since called misleading.
Follow the money, the prosecutor told the jury, and you will find the three men who divided it.
Sign up sheets hung on every door in the village, but by Friday only two families had put down their names.
Share prices fell by four per cent in early trading before they recovered in the afternoon.
Watch out for ice on the bridges, the road office warned drivers in the north of the county.
Read more than one newspaper, she told the graduates, and doubt all of them a little.
Comments by the minister caused anger on both sides of the border, although he later withdrew them.
Related charges against two former managers were dropped in the spring for lack of evidence.
By Monday the water had reached the church, and the ringers had to climb out through the tower.
By Anna Berg's own account she had never been inside the bank before that morning.
Photo: that was the only word on the note that the police found beside the camera.
Photographs of the bridge taken by a Reuters reporter show cracks as wide as a hand.
In this photo you can see nothing at all, the lawyer told the court, and the judge agreed with him.
The newsletter of the fishing club printed the letter in full and apologised to its readers a week later.
Facebook said on Tuesday that it would remove the pages and that it had told the police about them.
The company sold its users' email addresses to a third party, according to the privacy commissioner.
Click here, the message said, and nine thousand people did within an hour.
Copyright in the song belongs to the widow of the man who wrote it, the court of appeal has ruled.
All rights reserved for the islanders under the treaty of 1911 remain in force, the foreign office said.
Editor and publisher Lena Ortiz said that she would appeal against the fine.
Advertisement of tobacco near schools will be forbidden from the first of July.
Thank you for coming, the queen told the firemen, who had not been told to expect her.
Please leave the lights on, the note read, because the cat is afraid of the dark.
Contact with the submarine was lost at noon on Sunday, two hours after it had left the harbour.
Enter the third suspect, a dentist from Bergen with a boat and no alibi.
Join the army or go to prison: that was the choice that the judge gave him in 1967.
Get out while you can, the radio said, and most of the town did.
Buy now, pay later: the slogan has cost the chain eleven million pounds in fines.
More from the budget will go to schools than in any year since the war, the treasurer promised.
The latest storm took the roof off the sports hall and left it in the car park of the hospital.
Trending upwards for a decade, rents in the old town have now begun to fall.
Top stories of the year were voted on by readers, and the missing swan came first.
Terms of the ceasefire were not made public, but both armies withdrew from the river at dawn.
Privacy is not a luxury, the court held, and ordered the cameras to be taken down.
Cookies that were sold in the capital last week may contain glass, the health office warned.
Support the roof, cried the foreman, but it was already too late.
Image is everything in this trade, said the hatter, who wore none.
Getty Images lost the case and must pay the photographer two million dollars.
The man was arrested at 2:49 PM on April 10, 2025, outside the house of his former employer.
On April 10, 2025, the council met for the last time in the old town hall.
He was last seen on Dock Street at 9.30 p.m. by a neighbour who was walking her dog.
Illustrative of the problem is the case of a man who has waited nine years for a hearing.
"Listen to me," said the captain, "and you will all be home for supper."
"Subscribe to nothing," her father used to say, "and you will never owe anybody a reason."
“We use cookies,” the baker joked when he was asked about data protection.
Watch the dam, the engineers had said, and nobody did.
Nobody was hurt.
She did not answer.
The vote was 9-4.
He paid £1.5m for it.
Why did nobody call the police?
“No,” he said.
Correction is a slow business, the archivist said, and pointed at forty metres of shelves.
The video was viewed four million times before anybody noticed that it showed another bridge.
The page now says that the article has been removed at the request of the family.
Login details of 200 patients were found on a memory stick in a taxi.
About the accident itself the driver remembers nothing but a white horse.
Next in line for the post is the deputy mayor, who has said that she does not want it.
Previous owners of the house had complained of the smell for thirty years.
Skip to the end of the report and you will find the only sentence that matters.
Advertiser after advertiser left the channel, and by Christmas it was showing only old films.
Back to top form after her injury, Lind won both races on Saturday by more than a second.
The affiliate link between the two clubs was dissolved by a vote of the members.
Report after report had warned of the dam, said the engineer who wrote most of them.
Print runs of 300,000 were normal before the war, and the presses still stand in the cellar.
Die Anzeige gegen den Bürgermeister wurde zurückgezogen, weil der Zeuge sich nicht mehr erinnern konnte.
Teilen wollte den Preis keiner der beiden, und deshalb bekam ihn am Ende eine Dritte.
Mehr zum Thema wollte der Sprecher am Freitag nicht sagen.
Von Anna Berg fehlt seit Montag jede Spur, wie die Polizei mitteilte.
Der Newsletter der Gemeinde erschien mit zwei Wochen Verspätung und einer Entschuldigung.
Foto und Fingerabdruck werden künftig an der Grenze genommen, beschloss das Parlament.
Anmelden können sich Vereine bis zum 3. Mai 2025 im Rathaus.
Folgen hatte der Fehler erst Jahre später, als die Brücke gesperrt werden musste.
Abonnés et lecteurs occasionnels ont été reçus à la rédaction samedi matin.
Partager la route ne va pas de soi, reconnaît le maire, qui roule lui-même à vélo.
Par Toutatis, s'est écrié le guide, et les enfants ont éclaté de rire dans la grotte.
Publicité mensongère, a tranché le tribunal, qui a condamné l'enseigne à une lourde amende.
Inscrivez-vous sur les listes avant vendredi, a rappelé le préfet aux habitants des trois communes.
Compartir el agua es ley en el valle desde hace nueve siglos, explicó el alcalde.
Publicidad y propaganda quedarán prohibidas cerca de los colegios a partir de julio.
Por Anna Berg pagaron los rescatadores una suma que la familia nunca ha querido revelar.
Suscríbase quien quiera, dijo el presidente, pero nadie levantó la mano en toda la sala.
Reklama piwa zniknie z autobusów od lipca, zdecydowała rada miasta.
Czytaj także między wierszami, radził uczniom stary nauczyciel, a oni śmiali się głośno.
Zobacz, co zrobiłeś, powiedział sędzia do oskarżonego, który nie podniósł wzroku.
Реклама алкоголю зникне з автобусів із липня, вирішила міська рада.
Читайте дітям уголос, радить учителька, бо інакше це зробить хтось інший.
Підписатися під листом відмовилися лише двоє депутатів, і обидва сиділи в першому ряду.
Фото загиблого собаки, який щодня чекав на станції, тепер висить над касою.
Поділитися водою погодилися всі села, крім одного, розповів голова громади.
市长周一表示，这座大桥将关闭两年，没有人对这一决定感到满意。
قال رئيس البلدية يوم الاثنين إن الجسر سيبقى مغلقا لمدة عامين.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_plain_sentences_are_never_chrome(sentence):
    found, reason = chrome.judge(line_of(sentence))
    assert found in TEXT, reason


@pytest.mark.parametrize("sentence", SENTENCES)
def test_nor_are_they_when_they_stand_on_a_page(sentence):
    around = (
        "The council met again on Tuesday, and the mayor spoke for an hour about the bridge and what it would cost."
    )
    sheet = label(f"{around}\n{sentence}\n{around[:-1]} this year.")
    assert sheet.labels[1] in TEXT, sheet.reasons[1]


CHROME = {
    Label.CALL: [
        "Subscribe",
        "* indicates required",
        "Skip to content",
        "Please, enter correct email address",
        "Enter your email to subscribe",
        "Thank you for signing up for this newsletter. We’ve sent you a confirmation email.",
        "Melden Sie sich für unseren Newsletter an",
        "Inscrivez-vous à notre newsletter",
        "Підписуйтесь на наш телеграм-канал",
    ],
    Label.SECTION: [
        "Editors' Picks",
        "MORE NEWS",
        "Most read",
        "You may also like...",
        "Meistgelesen",
        "À lire aussi",
        "Te puede interesar",
        "Polecane",
        "Схожі новини",
    ],
    Label.COMMENTS: [
        "Comments",
        "12 Comments",
        "Leave a reply",
        "Kommentare (14)",
        "Be the first to comment on this story",
    ],
    Label.BYLINE: [
        "by Olga Harrow",
        "Von Jana Vossen und Ole Brix",
        "Par Élise Marchand",
        "By LISA MARR and KIM SAYER",
        "Автор: Оксана Ткач",
    ],
    Label.DATE: [
        "April 10, 2025 7:29 AM",
        "Published 3 June 2025",
        "Stand: 14. Mai 2025, 06:45 Uhr",
        "16 квітня 2025, 09:40",
        "2 min read",
        "2025年3月8日",
        "20/05/2025",
    ],
    Label.TIME: ["2:49 PM", "3 hours ago", "vor 5 Minuten", "14:05"],
    Label.COUNTER: ["1 of 12", "Image 3 of 9", "***", "1,204"],
    Label.CAPTION: [
        "Image: Port office",
        "The bridge at dawn. (Tomas Reyl / Northern Photo via Coast Images)",
        "Foto: Ole Brix",
        "Ed Lark/Getty Images",
    ],
    Label.SOCIAL: ["Facebook Twitter WhatsApp", "Share on Facebook"],
    Label.ADDRESS: ["https://example.org/a/b", "@harbourletter", "#storm #coast"],
    Label.LEGAL: ["© 2025 The Weekly Reed", "Copyright 2025 Reed Media. All rights reserved.", "Privacy Policy"],
    Label.TEASER: [
        "Read also: Night trains return to the coast",
        "[Related: Ten bridges that hum]",
        "Lesen Sie auch: Sturm über der Küste",
    ],
    Label.DISCLOSURE: ["This audio is created with AI assistance", "Аудіо створено за допомогою штучного інтелекту"],
    Label.CREDIT: ["(Reporting by Ola Brandt; editing by Kim Sayer)", "Kim Sayer contributed to this report."],
    Label.AD: ["Advertisement", "Anzeige", "Publicité", "Continue reading below"],
    Label.CUT: ["The council met on Monday to talk about [...]"],
}


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in CHROME.items() for text in texts])
def test_what_stands_around_articles_is_told(wanted, text):
    assert chrome.judge(line_of(text))[0] is wanted


@given(st.text(max_size=200))
def test_every_line_gets_a_label_and_a_reason(text):
    for line in (line_of(part) for part in text.split("\n") if part.strip()):
        found, reason = chrome.judge(line)
        assert isinstance(found, Label)
        assert reason


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("by Olga Harrow April 10, 2025 7:29 AM 2 min read", ("Olga Harrow",)),
        ("By Meg JamesStaff Writer", ("Meg James",)),
        ("By LISA MARR, KIM SAYER and TOM VAN DEN BERG", ("Lisa Marr", "Kim Sayer", "Tom Van Den Berg")),
        ("Von Jana Vossen und Ole Brix, Redakteure", ("Jana Vossen", "Ole Brix")),
        ("by The Associated Press", ()),
        ("By Monday the water had reached the church", ()),
        ("By Reuters Staff", ()),
        ("Por Lucía Ferrer y Andrés Pol", ("Lucía Ferrer", "Andrés Pol")),
    ],
)
def test_bylines(text, found):
    assert byline_names(text) == found


def test_names():
    assert is_name("Ludwig van der Rohe")
    assert not is_name("Harbour bridge reopens")
    assert not is_name("Madonna")
    assert names("Imogen Hartley, Political Editor") == ("Imogen Hartley",)
