"""English: the words by which the press says who said what. Only data.

Our own lists, from the grammar of reported speech; no word is here because of one article.
"""

from __future__ import annotations

import re

from audiofy.script.quotes.languages.grammar import ADJECTIVE, SAYING, Grammar, classes, gendered

# Forms after a colon; without one, the regular ones are formed. A doubled consonant is given by its past tense.
_SPEECH = """
say:says:said:saying tell:tells:told:telling write:writes:wrote:written:writing speak:speaks:spoke:spoken:speaking
think:thinks:thought:thinking quip:quips:quipped:quipping read:reads:read:reading swear:swears:swore:swearing
sing:sings:sang:singing respond add ask reply answer explain continue declare announce note tweet retweet argue insist
claim conclude recall state admit acknowledge assert observe remark comment joke warn vow pledge promise shout yell
scream cry:cries:cried:crying whisper mutter murmur exclaim reply:replies:replied:replying respond retort counter
object protest complain lament bemoan stress emphasize emphasise reiterate repeat quote predict concede confess
confirm deny:denies:denied:denying testify:testifies:testified:testifying suggest propose urge demand
beg:begs:begged:begging implore boast brag:brags:bragged:bragging proclaim pronounce thunder fume sneer
snap:snaps:snapped:snapping bark growl grumble mumble muse opine caution advise clarify:clarifies:clarified:clarifying
elaborate recount relate report reveal remember reflect reason rejoin:rejoins:rejoined:rejoining chant chime interject
interrupt inquire enquire question wonder tease scoff chuckle laugh sigh sob:sobs:sobbed:sobbing email e-mail text
post caption message sum:sums:summed:summing offer agree contend maintain allege assure remind recommend react intone
deadpan:deadpans:deadpanned:deadpanning banter gush rave vent rail blog:blogs:blogged:blogging speculate theorize
estimate summarize summarise lecture preach correct groan moan chirp grunt gasp giggle hiss howl roar screech shriek
snarl snort splutter squeal stammer stutter wail whimper whine bellow holler blurt enthuse marvel ponder gripe gloat
volunteer venture recite rasp croak drawl crow coo soothe quaver plead:pleads:pled:pleading
"""
_REPORT = """
begin:begins:began:beginning go:goes:went:going put:puts:put:putting call describe believe hope fear expect
know:knows:knew:known:knowing feel:feels:felt:feeling want wish see:sees:saw:seen:seeing find:finds:found:finding
hear:hears:heard:hearing blast slam:slams:slammed:slamming criticize criticise condemn denounce praise attack accuse
blame mock dismiss reject decry:decries:decried:decrying deride ridicule hail laud applaud defend portray paint
cast:casts:cast:casting brand label dub:dubs:dubbed:dubbing term refer compare liken characterize characterise
consider deem assail bash excoriate lambast lambaste rebuke scold chide hit:hits:hit:hitting fire knock
rip:rips:ripped:ripping trash tout promote advocate support oppose favor favour endorse welcome thank congratulate
apologize apologise address discuss talk mention cite outline highlight underscore point suspect doubt assume presume
imagine figure conclude realize realise recognize recognise learn hint imply:implies:implied:implying signal indicate
pitch boast frame echo threaten instruct order rule consider depict encourage challenge press pressure grill
prod:prods:prodded:prodding
"""


def _inflected(lines: str) -> tuple[str, str]:
    """Finite and past forms, and present participles, of the verbs in `lines`."""
    finite: list[str] = []
    going: list[str] = []
    for entry in lines.split():
        base, *given = entry.split(":")
        if given:
            finite += [base, *given[:-1]]
            going.append(given[-1])
            continue
        stem = base.removesuffix("e")
        plural = "es" if re.search(r"(?:s|sh|ch|x|z)$", base) else "s"
        finite += [base, base + plural, stem + "ed"]
        going.append(stem + "ing")
    return " ".join(finite), " ".join(going)


_speech, _saying = _inflected(_SPEECH)
_report, _reporting = _inflected(_REPORT)

_FEMALE_ROLES = """
spokeswoman congresswoman chairwoman businesswoman policewoman councilwoman assemblywoman noblewoman saleswoman
forewoman actress waitress barmaid hostess heiress princess queen duchess baroness countess empress goddess mother mom mum
sister daughter wife widow aunt grandmother grandma niece girl woman lady girlfriend bride housewife stepmother
daughter-in-law mother-in-law sister-in-law nun mistress alumna sportswoman midwife
"""
_MALE_ROLES = """
spokesman congressman chairman businessman policeman councilman assemblyman nobleman salesman foreman fisherman
craftsman frontman statesman sportsman cameraman anchorman clergyman actor waiter heir prince king duke baron earl
emperor father dad brother son husband widower uncle grandfather grandpa nephew boy man gentleman boyfriend groom
stepfather son-in-law father-in-law brother-in-law monk priest pope imam rabbi
"""
_ROLES = (
    """
spokesperson president senator governor congressmember representative mayor minister secretary ambassador chancellor
premier lawmaker legislator councillor councilor commissioner candidate nominee frontrunner front-runner contender
rival opponent challenger incumbent politician statesperson strategist adviser advisor aide consultant manager
director chief head leader chair chairperson co-chairman founder co-founder owner executive ceo boss official
officials officer deputy attorney lawyer prosecutor judge justice jurist sheriff detective inspector constable
professor scholar historian economist scientist researcher researchers analyst analysts expert experts author writer
journalist reporter reporters columnist editor host moderator anchor correspondent blogger commentator pundit pollster
doctor physician nurse surgeon teacher student students pupil parent parents resident residents neighbor neighbour
neighbors voter voters supporter supporters activist activists protester protesters organizer volunteer critic critics
veteran general colonel commander captain sergeant soldier pilot driver farmer worker workers employee employees
player coach goalkeeper striker trainer fan fans athlete singer musician artist producer comedian billionaire
millionaire mogul tycoon developer investor banker trader entrepreneur customer witness witnesses victim victims
survivor suspect defendant plaintiff friend friends colleague colleagues ally allies source sources insider insiders
delegate delegates donor donors democrat democrats republican republicans conservative conservatives liberal liberals
libertarian socialist pastor bishop archbishop cardinal reverend evangelist preacher person people someone somebody
everyone everybody others many some several another one crowd audience panel couple family child children baby
operative operatives whistleblower immigrant refugee tourist passenger engineer architect forecaster forecasters
investigator investigators prosecutors lawyers attorneys judges paramedic firefighter firefighters lifeguard plumber
plasterer hairdresser waiter barista cook chef butcher baker shopkeeper landlord tenant tenants homeowner homeowners
grandparent carer teachers lecturer headteacher principal pupils coroner pathologist immunologist biologist geologist
physicist chemist astronomer ecologist climatologist epidemiologist psychologist sociologist criminologist virologist
chairs diplomat diplomats observer observers campaigner campaigners inspectors aides ministers lawmakers senators
mayors leaders managers executives shareholders shareholder investors traders economists doctors nurses midfielder
defender winger forward skipper keeper referee umpire batsman bowler quarterback pitcher catcher rower sprinter
swimmer cyclist jockey boxer golfer rider players teammate dane swede finn scot briton brit spaniard pole turk aussie
kiwi londoner yorkshireman yorkshirewoman texan pensioner widow retiree bystander passer-by onlooker onlookers
motorist motorists commuter commuters shopper shoppers caller partner spouse ex-husband ex-wife sibling twin cousin
speaker administrator teller cashier clerk trooper ranger warden controller dispatcher archivist curator sculptor coordinator
navigator educator broker agent agents attendant assistant accountant auditor electrician mechanic welder miner logger
rancher trucker courier cabbie jeweler jeweller florist beekeeper zookeeper veterinarian pharmacist dentist optometrist
therapist counselor counsellor psychiatrist radiologist oncologist cardiologist neurologist pediatrician paediatrician
dermatologist toxicologist zoologist botanist entomologist ornithologist oceanographer hydrologist seismologist
meteorologist anthropologist archaeologist archeologist philosopher theologian linguist mathematician statistician
programmer designer photographer videographer filmmaker screenwriter playwright poet composer conductor violinist
guitarist drummer bassist dancer choreographer magician influencer youtuber streamer bidder buyer seller squatter camper
hiker climber skier snowboarder surfer diver jogger motorcyclist biker pedestrian bouncer bartender barman janitor
cleaner custodian bellhop deckhand sailor crewman airman cadet inmate prisoner convict fugitive gunman robber burglar
juror bailiff magistrate barrister solicitor mediator ombudsman envoy consul provost registrar tutor nanny babysitter
childminder caretaker caregiver undertaker rescuer hostage kidnapper lobbyist lobbyists academics academic instructor
grocer bookseller brewer winemaker fisher angler birdwatcher groundskeeper greenkeeper grower growers breeder
pontiff monk clergy deacon chaplain lord peer mp mps msp councillors councilors
""".strip()
    + _FEMALE_ROLES
    + _MALE_ROLES
)
_BODIES = """
statement report letter memo memorandum email e-mail tweet post article story editorial column book essay study survey
poll analysis document documents filing complaint lawsuit ruling opinion decision order headline sign signs banner
placard poster ad ads advertisement advert commercial spot video transcript caption website site page press newspaper
paper magazine journal tabloid network broadcaster channel station outlet agency campaign committee council commission
party group organization organisation association union coalition alliance company firm corporation bank court
tribunal ministry department government administration authority authorities police military army navy office bureau
institute institution foundation university college school hospital team club board house senate parliament congress
embassy church charity resolution bill law amendment act policy note message text speech address song lyrics
indictment affidavit warrant invitation petition manifesto platform pamphlet brochure release mission delegation inquiry jury taskforce bloc consortium museum library zoo
theatre theater orchestra trust federation society league academy centre center clinic airline airport startup
regulator watchdog exchange fund brewery factory district service borough hotel restaurant retailer supermarket
developer promoter insurer manufacturer carmaker lender publisher announcement summary profile obituary plaque
inscription motto slogan chant t-shirt shirt hat sticker
"""
_DEMONYMS = """
american british french german russian chinese japanese canadian mexican israeli palestinian iranian iraqi syrian
turkish saudi indian pakistani australian italian spanish ukrainian polish korean cuban scottish welsh irish dutch
swedish greek egyptian afghan czech norwegian danish finnish austrian swiss belgian portuguese brazilian argentine
argentinian chilean colombian peruvian kenyan nigerian ghanaian ethiopian moroccan algerian tunisian lebanese jordanian
serbian croatian hungarian romanian bulgarian slovak slovenian lithuanian latvian estonian thai vietnamese indonesian
malaysian filipino taiwanese jamaican icelandic georgian armenian kazakh belarusian
"""
# What the press calls somebody by whom it has just named.
_EPITHETS = """
dane swede finn scot briton brit spaniard pole turk aussie kiwi londoner texan yorkshireman yorkshirewoman striker
midfielder defender goalkeeper keeper winger forward skipper quarterback pitcher catcher bowler batsman sprinter swimmer
cyclist jockey boxer golfer rower singer rapper actor actress comedian novelist hairdresser plasterer plumber pensioner
pastor cleric rabbi imam vicar billionaire millionaire mogul tycoon pontiff frontman republican democrat grandmother grandfather mother-of-two
mother-of-three mother-of-four father-of-two father-of-three father-of-four mum-of-two mum-of-three mum-of-four
dad-of-two dad-of-three dad-of-four
"""
# Forms that a headline writer uses as nouns as often as verbs.
_AMBIGUOUS = """
state states note notes comment comments claim claims question questions vow vows pledge pledges promise promises
protest protests object objects offer offers post posts text texts message messages call calls attack attacks hope
hopes fear fears mention mentions show shows use uses hit hits fire fires rule rules order orders direct sign signs
issue issues release releases point points figure figures pitch pitches challenge challenges press support supports
address addresses cast casts brand brands label labels thanks report reports reason reasons counter remark remarks
quote quotes cry cries scream screams laugh laughs sound sounds strike strikes lead leads find finds want wants wish
wishes value blog blogs caption captions sum sums read reads answer answers reply replies request requests demand
demands estimate estimates warning warnings saying sayings meaning meanings feeling feelings hearing hearings finding
findings ruling rulings beginning meeting lecture lectures advocate advocates favor favors favour favours oppose
address tease echo echoes frame frames signal signals hint hints list lists outline outlines highlight highlights view
views rebuke rebukes press pressure tout rail rails vent vents lie lies tweet tweets email emails e-mail chant chants
put knock rip invite appeal appeals take takes blast blasts bark hold holds wonder wonders reading text record records
groan groans moan moans gasp gasps howl howls roar roars shriek shrieks wail wails volunteer
volunteers venture ventures crow crows gripe gripes doubt doubts suspect suspects welcome repeat boast reveal learn mean means like see whisper whispers shout shouts yell
"""
_PLACES = """
alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming
afghanistan africa albania algeria america argentina armenia asia australia austria bangladesh belarus belgium bolivia
bosnia brazil britain bulgaria cambodia cameroon canada chile china colombia congo croatia cuba cyprus denmark ecuador
egypt england eritrea estonia ethiopia europe finland france germany ghana greece guatemala haiti honduras hungary
iceland india indonesia iran iraq ireland israel italy japan kazakhstan kenya korea kosovo kuwait laos latvia lebanon
libya lithuania luxembourg malaysia mali malta mexico moldova mongolia morocco mozambique myanmar namibia nepal
netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal
qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland
syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia
zimbabwe crimea gaza amsterdam athens atlanta baghdad baltimore bangkok barcelona beijing beirut belfast belgrade
berlin birmingham boston brooklyn brussels bucharest budapest cairo chicago cincinnati cleveland copenhagen dallas
damascus delhi denver detroit dubai dublin edinburgh frankfurt geneva glasgow hamburg havana helsinki houston istanbul
jerusalem johannesburg kabul kharkiv kyiv lagos lisbon liverpool london madrid manchester manhattan melbourne miami
milan milwaukee minneapolis montreal moscow mumbai munich nairobi nashville odesa oslo ottawa paris philadelphia
phoenix pittsburgh portland prague pyongyang rome seattle seoul shanghai sofia stockholm sydney tallinn tehran tokyo
toronto vancouver vienna vilnius warsaw zagreb zurich north south east west northern southern eastern western new united san los las central upper lower
"""
_ADVERBS = """
also later then again first finally now once often always never still already only just even simply merely repeatedly
recently previously earlier once famously bluntly flatly quietly loudly angrily jokingly proudly publicly privately
reportedly allegedly apparently immediately quickly eventually subsequently initially originally specifically clearly
explicitly emphatically plainly candidly frankly sarcastically dryly wryly pointedly sharply softly memorably
matter-of-factly defiantly reluctantly gleefully cheerfully cautiously tearfully breathlessly hastily typically
generally usually frequently routinely regularly constantly consistently similarly likewise further simultaneously
separately together boldly firmly confidently directly sternly rightly wrongly falsely correctly mistakenly
incorrectly accurately infamously notoriously notably ultimately instead meanwhile however therefore nevertheless
nonetheless moreover furthermore soon ever almost nearly sometimes perhaps maybe probably certainly surely essentially
basically effectively literally
"""

_WORDS = classes(
    speech=_speech,
    report=_report + " " + _reporting,
    saying=_saying + " " + _reporting,
    article="the a an",
    ambiguous=_AMBIGUOUS,
    passive="is are was were be been being am 's",
    citing="according in as per",
    indefinite="a an",
    impersonal="it",
    addressing="tell tells told telling",
    cited="quoted cited",
    likening="as",
    agent="by",
    linking="of",
    enterprise="inc corp co ltd llc plc times post news journal herald tribune network tv radio magazine institute",
    complement="that then as than",
    introducing="when while as after if although though",
    place=_PLACES,
    auxiliary="""has had have having is are was were be been being will would can could may might must shall should
        does do did wo'n't isn't didn't doesn't don't won't can't couldn't wouldn't hasn't hadn't wasn't weren't""",
    adverb=_ADVERBS,
    determiner="""the a an this that these those each every either neither both all another any no some several many few
        one two three four five half most""",
    possessive="my your his her its our their whose",
    preposition="""of for in at with on after during by from to about against among around before behind below beneath
        beside besides between beyond despite except inside into like near off onto outside over past since through
        throughout toward towards under until unto up upon via within without amid alongside versus per as than""",
    conjunction="and but or nor yet so because although though while when whenever where whereas if unless whether",
    subject="he she they it i we you who everyone somebody someone",
    objective="him them me us himself herself themselves itself myself yourself ourselves hers theirs nobody",
    relative="who which that whom whose",
    title="""mr mrs ms miss mx dr sen sens rep reps gov govs prof gen col lt maj capt sgt cpl adm cmdr rev fr hon sir
        dame lord lady madam president president-elect senator senators representative congressman congresswoman congressmember
        governor mayor secretary chancellor premier ambassador judge justice justices sheriff professor general
        colonel captain lieutenant sergeant admiral commander pope cardinal archbishop bishop father sister brother
        rabbi imam sheikh king queen prince princess emperor duke duchess baron baroness count countess minister
        cllr councillor councilor councilman councilwoman alderman alderwoman ald pc wpc dc di ds dci dsi supt
        superintendent insp det con pcso brig brigadier maj major cpl corporal pvt private commander commissioner coroner marshal
        attorney pastor reverend detective inspector officer constable deputy chief vice former ex-president nominee
        candidate leader speaker chairman chairwoman director coach doctor aunt uncle mother saint st professors
        presidents governors ministers judges generals""",
    role=_ROLES + _EPITHETS,
    epithet=_EPITHETS + _DEMONYMS,
    body=_BODIES,
    time="""monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december jan feb mar apr aug sept sep oct nov dec today yesterday tomorrow
        tonight christmas easter thanksgiving morning afternoon evening night week month year years weeks months
        days day""",
    adjective=_DEMONYMS
    + """american americans british english french german russian chinese japanese canadian mexican israeli
        palestinian iranian iraqi syrian turkish saudi indian pakistani australian italian spanish ukrainian polish
        european african asian latino latinos hispanic hispanics black white jewish muslim muslims christian
        christians catholic evangelical republican republicans democrat democrats democratic gop conservative
        liberal labour tory tories libertarian socialist independent californian texan western eastern northern
        southern arab kurdish korean cuban scottish welsh irish dutch swedish greek egyptian afghan""",
    function="""there here not nor yes no how what why when where which while despite although though because since if
        then than as so such too very much more most less least other others own same last next early late new old
        good great big small long short high low many few several some both either neither during until meanwhile
        however instead perhaps maybe indeed still yet even just only also ever never always often again once twice
        today another each every none nothing something anything everything anyone someone everyone nobody asked
        given according based speaking let's let get got come came look see think well oh ok okay yeah please thanks
        thank hello hey hi wait whatever whoever wherever nearly almost about above across am editor's note breaking
        updated update related read photo watch correction clarification two three four five six seven eight nine
        ten dozens hundreds thousands millions asking speaking talking looking going being having making taking
        giving saying noting adding calling using earlier later finally overall moreover furthermore therefore
        nevertheless besides beyond met held won lost made took gave went left saw kept led sent ran fell rose grew
        drew threw stood paid sold bought brought built broke chose flew rang sat slept stuck struck swung withdrew""",
    mentioned="so-called titled entitled named nicknamed term phrase word words known",
    particle="de la del della di da dos du van von der den ter bin ibn al el le of",
    negation="not never n't",
)
for _word in ("to",):
    _WORDS[_word] |= SAYING

GRAMMAR = Grammar(
    language="en",
    words=_WORDS,
    endings=dict.fromkeys(
        "-based -born -bred -backed -led -owned -run -trained -educated -style -area -era".split(), ADJECTIVE
    ),
    joins=frozenset("and &".split()),
    genders=gendered(
        female="""she her hers herself mrs ms miss dame lady madam queen princess duchess baroness countess sister
            aunt congresswoman chairwoman"""
        " " + _FEMALE_ROLES,
        male="""he him his himself mr sir lord king prince emperor duke baron count father brother uncle pope
            congressman chairman"""
        " " + _MALE_ROLES,
    ),
    given=gendered(
        female="""mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa betty margaret
            sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie
            rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole
            helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane
            ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan
            andrea cheryl hannah jacqueline martha gloria teresa ann anne sara madison frances kathryn
            janice alice abigail sophia julia judy grace denise amber marilyn danielle beverly isabella
            theresa diana natalie brittany charlotte marie kayla lori hillary chelsea melania ivanka
            claire fiona joanna eva eleanor ellen jane katie kate anita monica nora susanna susanne tina
            wendy valerie vanessa veronica yvonne zoe erin elena irene josephine kathy katy lucy molly
            paula peggy penelope phyllis rosa rose sally sheila sonia sylvia tammy tracy ursula angelina
            carla carrie celia daisy edith elise ella ethel florence georgia gwen harriet ida ingrid
            isabel jill jodi juanita kirsten leah lena lily lois louise lydia mabel maggie marcia margot
            marjorie maureen mildred miriam nadia naomi natasha nina olga oksana pauline priscilla
            ramona regina renee rita roberta rosemary ruby sabrina selena sophie stacy stella suzanne
            tamara thelma vera vivian wilma carly iris karin bev dawn carole lesley gillian hilary
            imogen philippa nicola alison lorraine elaine yasmin fatima aisha ayesha priya anjali deepa
            sunita meera mei yuki keiko akiko svetlana tatiana ludmila halyna oleksandra ioana magdalena
            agnieszka katarzyna malgorzata chiara giulia francesca lucia carmen pilar dolores ines
            beatriz fernanda gabriela mariana camille amelie chloe astrid birgit annika freya signe maja
            siobhan aoife niamh roisin sinead ciara bridget sheryl tiffany latoya keisha ebony imani nia
            ivy mia amelia evie poppy daphne doris enid mavis winifred glenda bronwen rhiannon kimberley
            abby annie allison alexandra alexis angie annette april audrey barb bernadette bonnie
            cassandra cecilia charlene claudia connie constance cora darlene deirdre della dolly dora
            elsie erica estelle eve faith faye felicity flora gail gemma geraldine gina gladys goldie
            greta hazel heidi isla jacqui jasmine jeanne jenna jenny joann josie joy juliet juliette
            kara katrina kristina kristine laurel lauri leila libby liliana lola loretta louisa lucille
            lynda lynn lynne marian marina marla marlene maryam matilda maude mandy melinda mercedes
            michele millie mimi mindy minnie myra nadine nell nellie nikki noreen norma octavia pam
            patti patty petra phoebe polly rachael rhoda rhonda rosalind roxanne sabine sadie serena
            sharron shelley sherry sue sybil tessa tonya trish trudy una valentina velma viola violet
            vicky winnie yolanda yvette zara zoya megyn beth betsy becky debbie tara kristen kristin april june may""",
        male="""james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony
            mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason
            jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin
            samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam
            nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger
            gerald harold sean austin carl arthur lawrence dylan bryan billy joe bruce gabriel logan
            albert willie alan juan wayne elijah randy roy vincent ralph eugene russell bobby mason
            philip louis barack bill bob tom jim mike steve dan dave tim ted ben greg matt jeff ken ron
            rick rob don fred andy tony nick joel karl ed marco bernie jeb harry martin simon ian neil
            graham hugh nigel oliver oscar otto owen pedro phil ray rex rodney ross ruben rudy rupert
            salvador saul seth sergio spencer stanley stuart sylvester theodore todd tommy travis trevor
            victor virgil vladimir volodymyr wallace warren wesley wilbur abraham adrian ahmed alfred
            ali allan allen alvin amos angelo antonio archie arnold barry bernard boris brad bradley
            brent calvin cameron carlos cecil cesar chad charlie clarence clark claude clayton clifford
            clint clyde corey craig curtis dean derek dmitry dominic duane dwight earl eduardo edgar
            edwin elmer enrique ernest evan felix fernando floyd francis francisco franklin geoffrey
            gilbert glenn gordon guy harvey hector herbert herman howard tariq imran rashid khalid omar
            yusuf hassan hussein mahmoud mustafa ibrahim ismail bilal faisal karim salman sanjay rahul
            rajesh amit vikram arjun anil suresh ravi deepak sunil naveen wei hiroshi kenji takashi
            satoshi haruki dmytro oleksandr petro mykola andriy sergei alexei mikhail nikolai yuri igor
            piotr andrzej tomasz krzysztof marek giovanni giuseppe paolo luca matteo alessandro bruno
            carlo javier rafael rodrigo diego pablo emilio alejandro gonzalo joaquin ignacio pierre
            jacques francois philippe olivier laurent thierry hans klaus jurgen wolfgang stefan lars
            anders erik sven olaf bjorn magnus nils jens mikkel rasmus henrik conor declan eamon padraig
            cormac liam finn rory callum alistair angus ewan fergus hamish duncan gareth rhys dafydd huw
            ieuan gethin alfie freddie jake josh toby zack zak aidan alec ambrose arnie barney bart
            basil bertie bertram bert buddy burt caleb casper cliff colin colm cyril damian damon darren
            darryl daryl davey denis denny derrick desmond dexter dick dominick donovan dougie doug
            dustin dwayne earle eddie eli emanuel emmett enoch errol ezra fabian fergal fletcher forrest
            fraser gavin gerard gerry gil giles gino graeme gus hal hank heath herb hobart horace hugo
            ike irving irvin isaac isaiah ivor jared jarvis jed jerome jesse jock joey johnnie johnny
            jon jonas josef josiah jude kareem keenan kelvin kent kieran kirk kurt lamar leland lenny
            lev levi lou lucas lucien luther lyle mack malik manny marc marty mathew maxwell merle
            mervyn mickey miles milo moe monty murray myron nate ned nev nico noel norm ollie osborne
            oswald paddy percy pete phillip quentin quincy ralf ramon randall raul reg reggie reuben
            rhett ricardo richie robbie rocco rod roderick rodolfo roland roman ronnie roscoe royce
            rusty sammy sanford scottie sebastian sid silas solomon stan stephan sterling stewart
            terence terrence thaddeus theo titus tobias tod tomas trent tristan tyrone ulysses uri vern
            vernon vic vince wade waldo wally walt ward warner webster wendell wes wilfred will winston
            wyatt xavier yusef zachariah hubert ivan jaime jay jimmy jorge julian julio lance leo leon
            leonard leroy lester lewis lloyd luis luke malcolm manuel marcus mario marvin maurice max
            melvin miguel milton mitch mitchell mohammed muhammad morris neal nelson newt mitt reince
            norman orlando rand""",
        either="""jan pat sam alex chris kim robin jamie terry leslie lee casey jordan taylor morgan dana jackie jess val
            ash kerry tracey ali drew quinn riley sasha micky shannon""",
    ),
    titles=dict(
        pair.split(":")
        for pair in """cllr:councillor ald:alderman supt:superintendent insp:inspector det:detective brig:brigadier
            maj:major cpl:corporal pvt:private sen:senator rep:congressman gov:governor gen:general prof:professor col:colonel capt:captain
            sgt:sergeant lt:lieutenant rev:reverend dr:doctor adm:admiral cmdr:commander""".split()
    ),
    according=(("according", "to"), ("in", "the", "words", "of"), ("as", "per")),
    abbreviations=frozenset(
        """cllr ald pc supt insp det brig maj cpl pvt mr mrs ms dr sen sens rep reps gov govs prof gen col lt maj capt sgt cpl adm cmdr rev fr hon st jr sr
            messrs u.s u.n u.k d.c no vs inc corp co ltd jan feb aug sept oct nov dec r-fla""".split()
    ),
    writers=frozenset({"i", "we"}),
    groups={"it": "", "they": "s"},
    epithets=tuple(f"-of-{many}" for many in "two three four five six seven eight nine ten".split()),
    aged=("-year-old",),
    participles=("ing", "ed"),
    gerunds=("ing",),
    past=("ed",),
    elisions=frozenset("em til cause tis twas n bout round cuz im er ere neath".split()),
)
