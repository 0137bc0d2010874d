"""Who said it: one table a rule, each with what must not be taken for it."""

from __future__ import annotations

import pytest

from audiofy.script.quotes import find_quotes


def said(text, language="en", **kwargs):
    """What is said by whom: the words inside the marks, and the speaker."""
    return [
        (text[quotation.start : quotation.end].strip("\"'“”‘’„«»‚ \u00a0"), quotation.speaker)
        for quotation in find_quotes(text, language, **kwargs)
    ]


def speakers(text, language="en", **kwargs):
    return [speaker for _, speaker in said(text, language, **kwargs)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go on,” said Ann Lee.", ["Ann Lee"]),
        ("“We go on,” Ann Lee said.", ["Ann Lee"]),
        ("“We go on,” Ann Lee told the Harbour Post.", ["Ann Lee"]),
        ("“We go on,” Lee, a baker who met Mayor Tom Grey, said.", ["Lee"]),
        ("“We go on,” said Ann Lee, who once worked with Tom Grey at the mill.", ["Ann Lee"]),
        ("“We go on,” the harbour master, Ann Lee, said on Monday.", ["Ann Lee"]),
        ("“We go on,” said the harbour master, Ann Lee.", ["Ann Lee"]),
        ("“We go on,” said Grey's campaign manager, Ann Lee.", ["Ann Lee"]),
        ("“We go on,” said Harbour Party leader Ann Lee.", ["Ann Lee"]),
        ("“We go on,” Ann Lee thundered.", ["Ann Lee"]),
        ("“Why?” asked Ann Lee.", ["Ann Lee"]),
        ("“We go on,” in contrast to last year, says Ann Lee.", ["Ann Lee"]),
        ("Ann Lee said, “We go on.”", ["Ann Lee"]),
        ("Ann Lee said on Monday: “We go on.”", ["Ann Lee"]),
        ("Ann Lee shook her head and said, “We go on.”", ["Ann Lee"]),
        ("Ann Lee spoke to the crowd, saying, “We go on.”", ["Ann Lee"]),
        ("Ann Lee, who beat Tom Grey, a baker, said, “We go on.”", ["Ann Lee"]),
        ("Lee was asked by Tom Grey, “Will you go on?”", ["Tom Grey"]),
        ("According to Ann Lee, “The harbour is deeper than the bay.”", ["Ann Lee"]),
        ("“The harbour is deep,” according to Ann Lee.", ["Ann Lee"]),
        ("Ann Lee's reply was short: “We go on.”", ["Ann Lee"]),
        ("“We go on as before.” — Ann Lee\nMore below.", ["Ann Lee"]),
        ("“We go on as before.”\n\n— Ann Lee", ["Ann Lee"]),
        ("“This is hard,” the note says.", ["the note"]),
        ("“This is hard,” a spokesman for the harbour said.", ["a spokesman for the harbour"]),
        ("Ann Lee said the plan was “a hard blow” to the port.", ["Ann Lee"]),
        ("Ann Lee called the plan “a hard blow” to the port.", ["Ann Lee"]),
        ("What Ann Lee called “a hard blow” came in May.", ["Ann Lee"]),
        ("The plan was called “a hard blow” by Ann Lee, a baker.", ["Ann Lee"]),
    ],
)
def test_tags(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The “creative” use of glue is old.",
        "An “opt-out” movement grew in the north.",
        "Ann Lee told the “Today” programme that it rains.",
        "In her autobiography, “A Time for Bread,” Ann Lee writes that it rained.",
        "Ann Lee is the author of “Bread and Salt,” a novel.",
        "The term “sourdough” is old, Ann Lee said.",
        "The so-called “bread line” was long.",
        "He wrote from the site “harbour.example” that it rains.",
        "A flour mill (“the old one”) stood there.",
    ],
)
def test_titles_terms_and_words_at_arms_length_are_no_speech(text):
    assert said(text) == []


def test_whom_it_is_said_to_is_not_the_speaker():
    assert speakers("Ann Lee met Tom Grey. “We go on,” she told Tom Grey.") == ["Ann Lee"]


def test_whom_a_question_is_put_to_is_not_the_speaker_by_its_tag():
    (quotation,) = find_quotes("Ann Lee was asked, “Will you go on?”")
    assert quotation.rule != "tag before"
    assert quotation.confidence <= 0.6


def test_an_interrupted_quotation_has_one_speaker():
    text = "The “trouble is like nothing before,” Ann Lee told reporters, “and I hope it ends.” Tom Grey left."
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


def test_a_new_sentence_after_a_tag_is_the_same_speaker():
    text = "“He is a bad dream,” said Ann Lee, who supports Tom Grey. “But he keeps at it.”"
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


def test_the_speaker_changes_within_a_paragraph():
    text = (
        "“We did it,” Ann Lee said Monday night. “They told us we had no chance.” Her manager, Tom Grey, struck a "
        "similar tune. “This is a big night for us,” Grey said."
    )
    assert speakers(text) == ["Ann Lee", "Ann Lee", "Tom Grey"]


def test_paragraphs_that_open_again_are_the_same_speaker():
    text = "Ann Lee shrugged. “It began in May, she knew.\n\n“It ended in June,” Lee said."
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


def test_a_paragraph_of_quotation_follows_the_tag_before_it():
    text = "“It began in May,” Ann Lee said.\n\n“It ended in June and nobody saw it.”"
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


def test_a_colon_in_the_paragraph_before_announces_the_speaker():
    text = "Tom Grey left early. Ann Lee told the crowd, to loud applause:\n\n“We go on as before.”"
    assert speakers(text) == ["Ann Lee"]


def test_the_sentence_before_announces_the_speaker():
    assert speakers("Tom Grey left.\n\nAnn Lee disagreed.\n\n“We go on as before.”") == ["Ann Lee"]


def test_a_quotation_that_nothing_leads_to_has_no_speaker():
    assert speakers("“We go on as we did before.”") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee met Tom Grey. “We go on,” she said.", "Ann Lee"),
        ("Ann Lee met Tom Grey. “We go on,” he said.", "Tom Grey"),
        ("In her statement, Ann Lee went further in pressing Sue Park.\n\n“No excuses,” she said.", "Ann Lee"),
        ("Zorba Quill baked. Ann Lee slept.\n\n“Bread is life,” he said.", "Zorba Quill"),
        ("Ann Lee baked bread. She sold it. “It is good,” she said.", "Ann Lee"),
        ("Mr. Quill met Mrs. Park. “It is good,” she said.", "Park"),
        ("Ohio is large. Ann Lee went to Ohio. “It is good,” she said.", "Ann Lee"),
        ("My mother met Tom Grey. “It is good,” she said.", "My mother"),
        ("Ann Lee spoke. She slept.\n\n“It is good,” it said.", None),
        ("“It is good,” he said.", None),
        ("Ann Lee baked bread. “It is good,” he said.", None),
    ],
)
def test_pronouns(text, expected):
    assert speakers(text)[-1] == expected


def test_the_president_is_the_last_person_of_that_title():
    text = "President Ann Lee met Governor Tom Grey. “Hopefully,” the president said, “it helps.”"
    assert speakers(text) == ["Ann Lee", "Ann Lee"]


def test_a_title_that_nobody_has_stays_as_it_is():
    assert speakers("Ann Lee met the king. “Hopefully, it helps,” the king said.") == ["the king"]


def test_the_fullest_name_is_the_person():
    text = "Lee spoke first. “We go on,” Lee said. Later Ann Marie Lee, a baker, left. “Enough,” Ms. Lee said."
    assert set(speakers(text)) == {"Ann Marie Lee"}


def test_two_people_of_one_surname_stay_two():
    text = (
        "Ann Lee and her brother Tom Lee spoke. “We bake,” Ann Lee said. “We sell,” Tom Lee said. "
        "“We rest,” Mr. Lee said. “We sing,” Ms. Lee said."
    )
    assert speakers(text) == ["Ann Lee", "Tom Lee", "Tom Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nothing tells which of the two: nobody's words are put into the other's mouth.
        ("Pat Quill and Sam Quill met. “Fine,” Quill said.", None),
        ("Zorba Quill met Mirko Quill. “Fine,” said Quill.", None),
        ("Pat Quill and Sam Quill met. Quill spoke. “Fine,” he said.", None),
        ("Ann Lee met Ann Park. “Fine,” Ann said.", None),
        ("Ann Quill and Eva Quill met. “Fine,” Ms. Quill said.", None),
        # Whoever was named alone before is meant.
        ("Pat Quill came. “Fine,” Quill said. Sam Quill left.", "Pat Quill"),
        ("Pat Quill came. Sam Quill left. “Fine,” Quill said.", "Sam Quill"),
        ("Pat Quill and Sam Quill met. Pat Quill smiled.\n“Fine,” Quill said.", "Pat Quill"),
        # A given name, a title, or a gender tells.
        ("Pat Quill and Sam Quill met. “Fine,” Sam Quill said.", "Sam Quill"),
        ("Ann Quill and Tom Quill met. “Fine,” Mr. Quill said.", "Tom Quill"),
        ("Judge Zorba Quill met Dr. Mirko Quill. “Fine,” Judge Quill said.", "Zorba Quill"),
        ("Ann Lee met Tom Park. “Fine,” Ann said.", "Ann Lee"),
        # One is whom the article is about.
        (
            "Pat Quill came. Quill sat. Quill ate. Quill slept. Pat Quill met Sam Quill. “Fine,” Quill said.",
            "Pat Quill",
        ),
    ],
)
def test_a_name_that_two_people_have(text, expected):
    assert speakers(text)[-1] == expected


def test_who_is_unsure_keeps_the_mention():
    text = "Pat Quill and Sam Quill met. “Fine,” Quill said."
    (quotation,) = find_quotes(text)
    assert text[slice(*quotation.mention)] == "Quill"


def test_a_heading_makes_no_namesakes():
    text = "Joyous Quill Wins Again in Ohio\n\nPat Quill won. “Fine,” Quill said."
    assert speakers(text) == ["Pat Quill"]


@pytest.mark.parametrize(
    ("text", "gender", "evidence"),
    [
        ("“We go on,” said Ann Quill.", "female", "Ann"),
        ("“We go on,” said Mr. Quill.", "male", "Mr. Quill"),
        ("“We go on,” said Zorba Quill.", "", ""),
        ("Zorba Quill bakes. “We go on,” she said.", "female", "she"),
        ("“We go on,” a spokeswoman said.", "female", "spokeswoman"),
        ("“We go on,” the ministry said.", "", ""),
        ("“We go on,” one person in the crowd said.", "", ""),
    ],
)
def test_gender_is_what_the_text_states(text, gender, evidence):
    quotation = find_quotes(text)[-1]
    assert (quotation.gender, quotation.evidence.rstrip(".")) == (gender, evidence)


def test_kinds():
    text = "“We go on,” Ann Lee said. She called it “a hard blow” to all."
    assert [quotation.kind for quotation in find_quotes(text)] == ["direct", "mixed"]


def test_the_mention_is_where_the_text_names_the_speaker():
    text = "Ann Lee came. “We go on,” she said."
    (quotation,) = find_quotes(text)
    assert text[slice(*quotation.mention)] == "she"
    assert quotation.rule == "speaker, verb"


def test_headings_between_paragraphs_are_no_speech():
    assert said("Ann Lee spoke.\n\n‘Bread that lasts.’\n\nShe left.") == []


def test_british_marks_find_the_same_speakers():
    text = "‘We won’t go,’ said Ann Lee. ‘It’s the voters’ choice.’ Tom Grey called it ‘odd’."
    assert said(text) == [("We won’t go,", "Ann Lee"), ("It’s the voters’ choice.", "Ann Lee"), ("odd", "Tom Grey")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kelly Stubb, 34, met Dean Park, 36. “I ran,” the 36-year-old said.", "Dean Park"),
        ("34-year-old Kelly Stubb met Dean Park. “I ran,” the 34-year-old said.", "Kelly Stubb"),
        ("Ann Lee, the mayor of Wigmouth, met Tom Grey. “I ran,” the mayor said.", "Ann Lee"),
        ("The owner, Gerry Plant, met Tom Grey. “I ran,” the owner said.", "Gerry Plant"),
        ("Waitress Bea Quill was mopping. “Again,” the waitress said.", "Bea Quill"),
        ("Lena Hart scored. “I hit it,” the striker said.", "Lena Hart"),
        # Negatives: no age, no title, nobody far ahead, or somebody described so before.
        ("Kelly Stubb, 34, met Dean Park, 36. “I ran,” the 50-year-old said.", "the 50-year-old"),
        ("Ann Lee met Tom Grey. “I ran,” the mayor said.", "the mayor"),
        ("Lena Hart and Mia Toll scored. “I hit it,” the striker said.", "the striker"),
        ("A striker fell. Lena Hart ran. “I hit it,” the striker said.", "the striker"),
        ("The owner, Gerry Plant, met Tom Grey. “I ran,” an owner said.", "an owner"),
    ],
)
def test_descriptions(text, expected):
    assert speakers(text)[-1] == expected


def test_the_spokesman_is_the_spokesman_of_before():
    text = "A spokesman for the harbour said: “We go on.” It rained. “We do,” the spokesman said."
    assert speakers(text) == ["A spokesman for the harbour"] * 2


@pytest.mark.parametrize(
    ("text", "gender", "evidence"),
    [
        ("“We go on,” said actress Zorba Quill.", "female", "actress"),
        ("“We go on,” said Zorba Quill, a spokesman for the port.", "male", "spokesman"),
        ("Her daughter, Zorba Quill, stayed. “We go on,” Quill said.", "female", "daughter"),
        ("“We go on,” said Zorba Quill, who met an actress.", "", ""),
        ("“We go on,” said analyst Zorba Quill.", "", ""),
        ("Asked by the actress, Zorba Quill said: “We go on.”", "", ""),
    ],
)
def test_what_stands_beside_a_name_states_a_gender(text, gender, evidence):
    quotation = find_quotes(text)[-1]
    assert (quotation.gender, quotation.evidence) == (gender, evidence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council met. “It is good,” it said.", "The council"),
        ("Analysts disagreed. “It is good,” they wrote.", "Analysts"),
        ("The council met.\n\nIt rained. It snowed. It froze. “It is good,” it said.", None),
        ("Ann Lee slept. “It is good,” they said.", None),
    ],
)
def test_it_and_they(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He keeps the ticket. “Row F,” he says.\n\nZorba Quill was eleven then.", "Zorba Quill"),
        ("She keeps the ticket. “Row F,” she says.\n\nMr. Tom Grey was eleven then.", None),
        ("Tom Grey ran. She keeps the ticket. “Row F,” she says.\n\nAnn Lee was eleven then.", None),
    ],
)
def test_a_pronoun_before_its_name(text, expected):
    assert speakers(text)[0] == expected


def test_two_people_take_turns():
    text = (
        "“Did you read it?” Ann Lee asked.\n\n“I read some,” Tom Grey said.\n\n“So that is a no.”\n\n"
        "“It is a long report.”"
    )
    assert speakers(text) == ["Ann Lee", "Tom Grey", "Ann Lee", "Tom Grey"]


def test_a_question_between_two_answers_is_the_askers():
    text = "Ann Lee met Tom Grey. “When?” Lee asked. “In May,” Grey replied. “And then?” “Nothing,” he said."
    assert speakers(text) == ["Ann Lee", "Tom Grey", "Ann Lee", "Tom Grey"]


def test_two_quotations_in_one_breath_are_no_question_and_answer():
    text = "Ann Lee met Tom Grey. “When?” Lee asked. “In May,” Grey replied. “In the rain.” “At night.”"
    assert speakers(text)[2:] == ["Tom Grey", "Tom Grey"]


def test_statements_are_no_turns():
    text = "“We read it,” Ann Lee said.\n\n“I read some,” Tom Grey said.\n\n“It is a long report.”"
    assert speakers(text) == ["Ann Lee", "Tom Grey", "Tom Grey"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Post quoted a friend as saying, “She has picked the drapes.”", "a friend"),
        ("Tom Grey was quoted as saying, “She has picked the drapes.”", "Tom Grey"),
        ("Ann Lee (R., Ohio) said: “We go on.”", "Ann Lee"),
        ("“We go on,” Ann Lee (29) said.", "Ann Lee"),
        ("In her letter, dated Tuesday, Ann Lee was blunt:\n\n“We go on.”", "Ann Lee"),
        ("The council said in an email to parents that it “regrets the delay.”", "The council"),
        ("The head of the harbour board, Ann Lee, spoke. “We go on,” she said.", "Ann Lee"),
        ("June Lee said in June: “We go on.”", "June Lee"),
        ("Councilman Bill Grey rose. “We go on,” he said.", "Bill Grey"),
        ("Ann Lee spoke. “We go on,” she said. Construction begins in May. “We build.”", "Ann Lee"),
        ("Her boss came. “We go on,” he said.", "Her boss"),
        ("“A hard blow” is likely in the north, according to Ann Lee.", "Ann Lee"),
    ],
)
def test_more_tags(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    "text", ["Shouts of “shame!” came from the gallery as the vote was read out.", "The “Nest” was dated Tuesday."]
)
def test_what_follows_words_in_marks_is_no_tag_by_itself(text):
    assert "came" not in {each.speaker for each in find_quotes(text)}
    assert said("The “Nest” was dated Tuesday.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Never again,” thundered Ann Lee.", ["Ann Lee"]),
        ("“Never again,” harrumphed his wife, Pam.", ["Pam"]),
        ("“Never again,” a Department of Health spokesman said.", ["a Department of Health spokesman"]),
        ("Her host, the Ohio-born Zorba Quill, called it “a wild and windy night.”", ["Zorba Quill"]),
        # Negatives: what follows is no verb, no person, or the words are a name.
        ("“Bread and Salt,” printed in Ohio, is old.", []),
        ("The “bread and salt” embittered Ann Lee.", []),
    ],
)
def test_verbs_that_no_list_has(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NAIROBI, Kenya (AP) — Ann Lee left the hall, calling it “a very bad day.”", "Ann Lee"),
        (
            "Observers from the Harbour Union called it “a small mistake.”",
            "Observers from the Harbour Union",
        ),
        ("Tom Grey lost. “No excuses,” the Czech said.", "Tom Grey"),
        ("Judge Ann Lee QC rose. “Enough,” she said.", "Ann Lee"),
        ("Det Con Ann Lee rose. “Enough,” she said.", "Ann Lee"),
        ("Its founder, 78-year-old Zorba Quill, said: “Enough.”", "Zorba Quill"),
        ("Dr. Ann Lee, who treated her, calls the case “a very small miracle.”", "Ann Lee"),
        ("Northern Water said no. “We try,” it added.", "Northern Water"),
        # Negatives: a person is no "it", a dash within a sentence ends none, and who is Czech is not the Czech.
        ("Ann Lee said no. “We try,” it added.", None),
        ("UNICEF — a body of the U.N. — said: “We try.”", "UNICEF"),
        ("A Czech lost. Tom Grey left. “No excuses,” the Czech said.", "the Czech"),
    ],
)
def test_datelines_demonyms_suffixes_and_firms(text, expected):
    assert speakers(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Grey rose.\n\nAt noon Saturday he lifted a sign and asked, “Is it so?”", ["Tom Grey"]),
        ("“It rained,” Ann Lee is heard replying.", ["Ann Lee"]),
        ("“Why?” Tom Grey said.\n\n“He is wet,” Ann Lee can be heard saying.", ["Tom Grey", "Ann Lee"]),
        ("Grey's brother, Leon, wrote that Tom Grey was late. “It rained,” he wrote.", ["Leon"]),
        ("The White House defended it. It said: “It rained.”", ["White House"]),
        ("Ann Lee of Lund, who voted, said children “need something besides rain.”", ["Ann Lee"]),
        ("Baker Slams Council Over Lost Ovens: “It Had a Roof”\n\nIt rained on Ann Lee.", [None]),
        ("Speaker Tom Grey came. Dan Moss left.\n\nThe speaker was asked of it. “No,” he said.", ["Tom Grey"]),
        ("Ann “Sparky” Lee spoke. “We go on,” Lee said.", ["Ann Lee"]),
        ("Dan 'Dusty' Moss, 61, fell. 'I saw it,' the grandfather-of-six said.", ["Dan Moss"]),
        ("“We go on,” said the Liberal housing spokesman, Tom Grey.", ["Tom Grey"]),
        ("UNESCO Administrator Tom Grey promised help. “Soon,” he said.", ["Tom Grey"]),
        ("One resident said it rained. “We all got wet,” they said.", ["One resident"]),
        ("“Soon,” Ann Lee said. I point out that it rained. “It always does.”", ["Ann Lee", "Ann Lee"]),
        ("“No,” Tom Grey told me. When I repeat this to Ann Lee, she frowns. “It is so.”", ["Tom Grey", "Ann Lee"]),
        ("“He wrote,” Ann Lee said. It had one line: “Close it or count.” Nobody answered.", ["Ann Lee", None]),
        ("“How long?” Ann Lee asked.\n\n“A year,” Tom Grey said.\n\n“Is that so?”", ["Ann Lee", "Tom Grey", "Ann Lee"]),
        ("Ann Lee rose.\n\n“Why?” she asked.\n\n“Rain,” Tom Grey said.\n\n“So?”\n\n“So.”", ["Ann Lee", "Tom Grey"] * 2),
    ],
)
def test_what_other_articles_show(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("„Es regnet“, sagte Sprecherin Anna Rau der Hafener Zeitung.", ["Anna Rau"]),
        ("„Es regnet“, sagte ihr Vorsitzender Karl Moos.", ["Karl Moos"]),
        ("„Es regnet“, sagte deren Vorsitzender Karl Moos.", ["Karl Moos"]),
        ("„Es regnet“, so Anna Rau, „und es hört nicht auf.“", ["Anna Rau"] * 2),
        ("„Es regnet schon“, brabbelt Karl Moos.", ["Karl Moos"]),
        ("Karl Moos kam. Früher gab es Dächer, sagt er.\n\n„Heute kann jeder nass werden.“", ["Karl Moos"]),
        ("Karl Moos flickt Schirme. „Es regnet“, sagt der Schirmflicker.", ["Karl Moos"]),
        (
            "Ein Wirt klagte: „Es ist nass.“\n\nMinister Karl Moos kam. „Gut“, sagte der Politiker.",
            ["Ein Wirt", "Karl Moos"],
        ),
        ("„Es regnet wohl“, hofft Karl Moos.", ["Karl Moos"]),
        ("„Es regnet“, beschwert sich Ratsherr Karl Moos.", ["Karl Moos"]),
        ("Es kam Bürgermeister Karl Moos. Kritikern entgegnete er: „Es regnet.“", ["Karl Moos"]),
        ("Anna Rau kam. Dort lagen Blumen. Ein Passant nickte. „Es regnet“, murmelt er.", ["Ein Passant"]),
        ("Die Gruppe klagt. Deren Vorsitzender Karl Moos nennt das Amt „ein Fass ohne Boden“.", ["Karl Moos"]),
        ("Wie der Sprecher der Stadt, Karl Moos, mitteilte, sei der Brand „unter Kontrolle“.", ["Karl Moos"]),
        ("Nach den Worten von Anna Rau ist das „ein Meilenstein“.", ["Anna Rau"]),
        ("„Es regnet“, sagte Hans Peter Moos.", ["Hans Peter Moos"]),
    ],
)
def test_what_other_german_articles_show(text, expected):
    assert speakers(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Soon,” I said. “Later,” she told Tom Grey.", [None, None]),
        ("The mayor said it rained. “We got wet,” they said.", [None]),
        ("Karen Moss met Tom Grey. “It rained,” the mother-of-six said.", ["Karen Moss"]),
    ],
)
def test_they_and_the_mother_of_six(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The chairman said in June that demand was “as good as it was in the best of years.”",
        "The chairman said the claim has “no more weight than a feather.”",
        "The chairman said that the question is “whether anybody still reads the paper.”",
    ],
)
def test_a_noun_before_an_auxiliary_says_nothing(text):
    (quotation,) = find_quotes(text)
    assert text[slice(*quotation.mention)] == "The chairman"


@pytest.mark.parametrize(
    ("asked", "speaker"),
    [
        ("Tom Grey asked her.", "Ann Lee"),
        ("Tom Grey asked her on Monday.", "Ann Lee"),
        ("a reporter asked Ann Lee.", "Ann Lee"),
        ("Tom Grey asked her mother.", "Tom Grey"),
        ("Tom Grey asked.", "Tom Grey"),
    ],
)
def test_who_was_asked_replies_in_the_next_paragraph(asked, speaker):
    text = f"Ann Lee left the council.\n\n“Will you come back?” {asked}\n\n“Ask me in May.”\n\nThe room was quiet."
    assert find_quotes(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The minister said on Monday a cull would go ahead, calling the disease “a slow disaster for us all”.",
            "minister",
        ),
        ("Lee joined Mr. Grey at a meeting at Mr. Grey's club, calling him “a man who cares deeply”.", "Lee"),
        ("The members were cross, with Senator Ann Lee calling the plan “a menu without a meal”.", "Ann Lee"),
        ("One of them, student Ann Lee, had seen it. “It was wet,” she said.", "Ann Lee"),
    ],
)
def test_participles_and_appositions_lead_to_whom_they_belong(text, speaker):
    assert find_quotes(text)[0].speaker.endswith(speaker)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whoever asks is not who then speaks, and what somebody answers is not the asker's.
        ("Asked by a baker, “Did you know?” Ann Lee laughed.", ["a baker"]),
        ("Asked by a baker about the harbour, “I did not know,” Ann Lee said.", ["Ann Lee"]),
        ("Ann Lee spoke. When a child asked her, “Are you rich?” Lee laughed.", ["a child"]),
        ("When a child asked her, “I am not rich,” Ann Lee said.", ["Ann Lee"]),
        # A name with its role in commas.
        (
            "It was over, Lee said. His brother, the painter Tom Grey, nodded.\n\n“He says that every time.”",
            ["Tom Grey"],
        ),
        ("“He says that,” said his brother, the painter Tom Grey, who left.", ["Tom Grey"]),
        ("“He says that,” said his brother, who painted Tom Grey.", ["his brother"]),
        # A name beside a word of kinship is somebody whom "he" may be, and "she" may not.
        ("The two had the farm from their father, Nils, in May. “Sell it or milk it,” he told them.", ["Nils"]),
        ("The two had the farm from their father, Nils, in May. “Sell it or milk it,” she told them.", [None]),
    ],
)
def test_askers_appositions_and_kin(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Grey left. One investor, mill manager Ann Lee, wants more. “There is no plan,” she wrote.", "Ann Lee"),
        ("Ann Lee left. One investor, who met Tom Grey, wants more. “There is no plan,” she wrote.", "Ann Lee"),
    ],
)
def test_an_apposition_of_several_words_names_whom_a_pronoun_stands_for(text, expected):
    assert speakers(text) == [expected]


@pytest.mark.parametrize(
    ("asked", "guess"),
    [("“Did he say when?” Ann Lee asked.", True), ("“He said when,” Ann Lee said.", False)],
)
def test_what_follows_a_question_in_a_paragraph_of_its_own_is_a_guess(asked, guess):
    *_, last = find_quotes(f"{asked}\n\n“He did not say it to me.”\n\nThe room was quiet.")
    assert last.speaker == "Ann Lee"
    assert (last.confidence < 0.6) == guess


def test_the_rest_of_an_interrupted_quotation_is_as_direct_as_its_beginning():
    kinds = [each.kind for each in find_quotes("“My door,” Ann Lee said, “is open.” She called it “an open” one.")]
    assert kinds == ["direct", "direct", "mixed"]


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        (
            "Bob Hill won. “Fun,” Hill said.\n\nStarter Ryan Doyle lost. “I was terrible,” he said.",
            "en",
            "Starter Ryan Doyle",
        ),
        ("A woman charged with beating her neighbor told police “he had it coming for years.”", "en", "A woman"),
        ("A man who beat his neighbor told police “he had it coming for years.”", "en", "A man"),
        ("His neighbor told police “he had it coming for years.”", "en", "His neighbor"),
        ("Milan Kostic konnte sein Glück kaum fassen: „Das ist der Wahnsinn.“", "de", "Milan Kostic"),
        ("Rau fasste den Abend zusammen: „Das war nichts.“", "de", "Rau"),
    ],
)
def test_the_subject_and_not_a_part_of_it_speaks(text, language, speaker):
    assert find_quotes(text, language)[-1].speaker == speaker
