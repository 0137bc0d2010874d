"""What English print is said as, rule by rule, with what must be left alone."""

from __future__ import annotations

import pytest

from audiofy.script.spoken import speakable

SAID = {
    "money": [
        ("The bill came to $7.3 billion.", "The bill came to seven point three billion dollars."),
        ("A $61 billion bill passed.", "A sixty one billion dollar bill passed."),
        ("They owed a record €4m fine.", "They owed a record four million euro fine."),
        ("Council approves £90m loan", "Council approves ninety million pound loan"),
        ("The $90 was spent.", "The ninety dollars was spent."),
        ("She earns $80,000 a year.", "She earns eighty thousand dollars a year."),
        ("a £40-a-week rise", "a forty pound a week rise"),
        ("It is worth $3-4 million.", "It is worth three to four million dollars."),
        ("Fares rose from $2 to $3.", "Fares rose from two dollars to three dollars."),
        ("It cost $3.60 or 80p.", "It cost three dollars and sixty cents or eighty pence."),
        ("It made $0.30.", "It made thirty cents."),
        ("A US$9bn fund and A$4m", "A nine billion US dollar fund and four million Australian dollars"),
        ("EUR 30 million, CHF 5m, 70 zł", "thirty million euros, five million Swiss francs, seventy zlotys"),
        ("R250m and Rs 40 crore", "two hundred fifty million rand and forty crore rupees"),
        ("£12/wk", "twelve pounds per week"),
        ("It lost -$3m.", "It lost minus three million dollars."),
        ("It made $3bn+.", "It made three billion dollars plus."),
    ],
    "percent": [
        ("It fell 4-6%.", "It fell four to six percent."),
        ("It fell 2.4pc.", "It fell two point four percent."),
        ("up 3pp", "up three percentage points"),
        ("a 25bp cut, 50bps", "a twenty five basis point cut, fifty basis points"),
    ],
    "magnitudes": [
        ("About 300k users, 2.6M homes", "About three hundred thousand users, two point six million homes"),
        ("some 3m people left", "some three million people left"),
        ("He jumped 3m.", "He jumped three meters."),
        ("between 4-5 million", "between four to five million"),
    ],
    "dates": [
        ("On June 9, 2031, it rained.", "On June ninth, twenty thirty one, it rained."),
        ("It opens Sept. 12.", "It opens September twelfth."),
        ("on 9 June 1974", "on the ninth of June nineteen seventy four"),
        ("the 9 June vote", "the ninth of June vote"),
        ("Nov 3-5", "November third to fifth"),
        ("May 30-June 2", "May thirtieth to June second"),
        ("5-7 January", "the fifth to seventh of January"),
        ("Updated 2031-06-09", "Updated June ninth twenty thirty one"),
        ("the 9/11 inquiry", "the nine eleven inquiry"),
        ("Mon., Feb. 3", "Monday, February third"),
        ("Tue-Thu only", "Tuesday to Thursday only"),
        ("In Oct. 1998 it", "In October nineteen ninety eight it"),
        ("On May 5 people gathered.", "On May fifth people gathered."),
    ],
    "times": [
        ("at 10:00 sharp", "at ten o'clock sharp"),
        ("at 09:05", "at nine oh five"),
        ("at 7.15pm", "at seven fifteen PM"),
        ("from 8am-4pm", "from eight AM to four PM"),
        ("at 6 p.m. Nobody came.", "at six PM. Nobody came."),
        ("at 6 p.m. Tuesday", "at six PM Tuesday"),
        ("at 0630 GMT", "at oh six thirty G.M.T"),
        ("at 18:45 CET", "at eighteen forty five C.E.T"),
        ("won in 1:58:03", "won in one hour fifty eight minutes and three seconds"),
        ("noon-2pm, 9:30am-noon", "noon to two PM, nine thirty AM to noon"),
        ("at 2117 (GMT+1)", "at twenty one seventeen, G.M.T plus one"),
        ("ran 3:47.21", "ran three minutes forty seven point two one seconds"),
    ],
    "years": [
        ("in 2031 and 1907", "in twenty thirty one and nineteen oh seven"),
        ("the 1860s and '70s", "the eighteen sixties and seventies"),
        ("from 1951-56", "from nineteen fifty one to fifty six"),
        ("the 2027/28 budget", "the twenty twenty seven twenty eight budget"),
        ("the 2028 elections", "the twenty twenty eight elections"),
        ("the class of '94", "the class of ninety four"),
        ("the FY2031 plan", "the FY twenty thirty one plan"),
        ("in 3Q27", "in the third quarter of twenty seven"),
        ("born in 1066", "born in ten sixty six"),
    ],
    "units": [
        ("Winds hit 95 km/h.", "Winds hit ninety five kilometers per hour."),
        ("a 90 km/h limit", "a ninety kilometer per hour limit"),
        ("It fired 120mm shells.", "It fired one hundred twenty millimeter shells."),
        ("It is 9 km north.", "It is nine kilometers north."),
        ("300 sq km, 40 m²", "three hundred square kilometers, forty square meters"),
        ("5ft 9in tall", "five feet nine inches tall"),
        ("a 6ft fence", "a six foot fence"),
        ("1,000 km", "one thousand kilometers"),
        ("1 kg", "one kilogram"),
        ("It was 38°C.", "It was thirty eight degrees Celsius."),
        ("a low of -4C", "a low of minus four degrees Celsius"),
        ("52°30′N", "fifty two degrees thirty minutes north"),
        ("4 in. of rain", "four inches of rain"),
    ],
    "scores": [
        ("Rovers won 4-2.", "Rovers won four two."),
        ("She won 6–3, 7–6.", "She won six three, seven six."),
        ("The council voted 31-28.", "The council voted thirty one to twenty eight."),
        ("Expect 20-30 guests.", "Expect twenty to thirty guests."),
        ("aged 12–14", "aged twelve to fourteen"),
        ("a 50-50 chance", "a fifty fifty chance"),
        ("odds of 7:2", "odds of seven to two"),
        ("a 4-4-2 formation", "a four four two formation"),
    ],
    "fractions": [
        ("about 2/3 of it", "about two thirds of it"),
        ("3½ hours", "three and a half hours"),
        ("1 1/4 cups", "one and a quarter cups"),
        ("open 24/7", "open twenty four seven"),
        ("rated 7/10", "rated seven out of ten"),
        ("the 200th game", "the two hundredth game"),
        ("gained .7 points", "gained point seven points"),
        ("fell to -.4", "fell to minus point four"),
    ],
    "Roman numerals": [
        ("World War I began.", "World War one began."),
        ("King George VI spoke.", "King George the sixth spoke."),
        ("Elizabeth I’s court", "Elizabeth the first’s court"),
        ("Part IV and Title IX", "Part four and Title nine"),
        ("the XVIII century", "the eighteenth century"),
        ("Robert Hale III", "Robert Hale the third"),
    ],
    "titles": [
        ("Gen. Ross and Lt. Col. Hale", "General Ross and Lieutenant Colonel Hale"),
        ("Sens. Reed and Hale", "Senators Reed and Hale"),
        ("Prof Hale", "Professor Hale"),
        ("St. Mary's St.", "Saint Mary's Street."),
        ("Dr. Hale of Oak Dr. left.", "Doctor Hale of Oak Drive left."),
        ("at 5th St. NW", "at 5th Street NW"),
        ("Sam Hale Jr. He left.", "Sam Hale Junior. He left."),
        ("Ft. Worth and Mt. Hood", "Fort Worth and Mount Hood"),
    ],
    "abbreviations": [
        ("at No. 7", "at number 7"),
        ("Hale Inc. lost.", "Hale Incorporated lost."),
        ("He joined Hale Inc. She left.", "He joined Hale Incorporated. She left."),
        ("R&D at P&G", "R and D at P and G"),
        ("Wales vs. Fiji", "Wales versus Fiji"),
        ("pens, paper, etc.", "pens, paper, et cetera."),
        ("some, e.g. Wales", "some, for example Wales"),
        ("Co. Down", "County Down"),
        ("7 days/week", "7 days per week"),
        ("est. 1850; est. $5m", "est. eighteen fifty; estimated five million dollars"),
        ("Dover, Del., and Mobile, Ala.", "Dover, Delaware, and Mobile, Alabama."),
        ("Sen. Hale, R-Ariz.", "Senator Hale, R-Arizona."),
        ("Reno, NV", "Reno, Nevada"),
    ],
    "designations": [
        ("T-80s and a C-130", "T-eighties and a C-one thirty"),
        ("the 49ers", "the forty niners"),
        ("a .38 revolver", "a thirty eight revolver"),
        ("Flight 1207", "Flight twelve oh seven"),
        ("Boeing 747", "Boeing seven forty seven"),
        ("CO₂ levels", "CO two levels"),
        ("pre-1989 maps", "pre-nineteen eighty nine maps"),
    ],
    "telephones": [
        ("call (555) 010-4477", "call five five five, zero one zero, four four seven seven"),
        ("call 911 now", "call nine one one now"),
        ("on +44 20 7946 0018", "on plus four four, two zero, seven nine four six, zero zero one eight"),
    ],
    "capitals": [
        ("The IRGC met.", "The I.R.G.C met."),
        ("The WHO met.", "The W.H.O met."),
        ("HE SAID IT AGAIN AND AGAIN", "HE SAID it AGAIN AND AGAIN"),
        ("WHO WON THE VOTE TODAY", "WHO WON THE VOTE TODAY"),
    ],
    "clean-up": [
        ("It rained.[3][4] Then", "It rained. Then"),
        ("It rained[citation needed] then", "It rained then"),
        ("Well 🎉 done", "Well done"),
        ("see https://www.example.org/a/b?c=d.", "see example dot org."),
        ("ask desk@example.org", "ask desk at example dot org"),
        ("#SaveOurPark", "hashtag Save Our Park"),
        ("@OurPark said", "at Our Park said"),
        ("and/or", "and or"),
        ("Sales * rose", "Sales rose"),
        ("one&nbsp;two", "one two"),
        ("a <b>bold</b> word", "a bold word"),
    ],
    "dimensions": [
        ("30cm x 20cm", "thirty centimeters by twenty centimeters"),
        ("4x4 and 10²", "four by four and ten squared"),
        ("~60, <9 and ±2", "about 60, less than 9 and plus or minus 2"),
        ("#1 and §12", "number 1 and section 12"),
    ],
    "heteronyms": [
        ("people live in huts", "people liv in huts"),
        ("lead pipes", "led pipes"),
        ("had read it", "had red it"),
    ],
}


@pytest.mark.parametrize(
    ("written", "said"),
    [pytest.param(*case, id=f"{family}: {case[0]}") for family, cases in SAID.items() for case in cases],
)
def test_what_is_said(written, said):
    assert speakable(written).text == said


@pytest.mark.parametrize(
    "written",
    [
        "It made a 6,000-vote difference.",
        "They sent 12500 troops.",
        "They sent 1500 troops.",
        "No. I think not.",
        "No 2 people are alike.",
        "May 5 people come?",
        "AT&T and Q&A",
        "About 1,250,000 people fled.",
        "It grew 8.5% and then 3 per cent.",
        "a 12-year-old",
        "an F-16, an S-300 and COVID-19",
        "the G7 and the G20",
        "It rose 2.75 points.",
        "the 21st century",
        "She is in her prime; he is out.",
        "Sam and I went.",
        "Malcolm X and Vitamin C",
        "live music",
        "The lead singer read a minute of it.",
        "Gen Z",
        "Mr. Hale met Mrs. Ross.",
        "U.S. and U.K. forces",
        "OR and IN and ME",
        "He may appeal, and march on.",
        "$ALE",
        "Apartment 4B",
        "COP28 opened.",
        "a 720p film",
        "The 5G mast and a 3D film",
        "She said: “Well… perhaps.”",
    ],
)
def test_what_engines_read_right_is_left_to_them(written):
    assert speakable(written).text == written


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10/04/2031", "the tenth of April twenty thirty one"),
        ("£145", "one hundred and forty five pounds"),
        ("in 2008", "in two thousand and eight"),
        ("won 3-0", "won three nil"),
        ("9 June", "the ninth of June"),
    ],
)
def test_british_english(written, said):
    assert speakable(written, "en-GB").text == said


def test_american_dates_are_month_first():
    assert speakable("10/04/2031").text == "October fourth twenty thirty one"


def test_an_order_of_figures_that_cannot_be_is_turned_round():
    assert speakable("25/12/2031").text == speakable("12/25/2031", "en-GB").text.replace(
        "the twenty fifth of December", "December twenty fifth"
    )
