"""French: the words by which the press says who said what. Only data."""

from __future__ import annotations

from audiofy.script.quotes.languages.grammar import Grammar, classes, gendered

_PARTICIPLES = """
dit déclaré affirmé expliqué ajouté précisé estimé assuré indiqué souligné rappelé annoncé confié écrit répondu lancé
insisté poursuivi conclu reconnu regretté dénoncé critiqué averti prévenu promis raconté témoigné commenté noté relevé
martelé plaidé demandé répété confirmé démenti fustigé salué réagi prévu tweeté soutenu renchéri résumé protesté avoué
admis constaté observé avancé détaillé nuancé rétorqué répliqué murmuré crié ironisé tranché
"""
_FINITE = """
dit disait disent déclare affirme explique ajoute précise estime assure indique souligne rappelle annonce confie
écrit répond lance insiste poursuit conclut reconnaît regrette dénonce critique avertit prévient promet raconte
témoigne souvient souvenait rappelait commente note relève martèle plaide demande répète confirme dément fustige salue réagit tweete soutient
renchérit résume proteste avoue admet constate observe avance détaille nuance rétorque réplique murmure crie ironise
tranche déclarait affirmait expliquait estimait déclara répondit ajouta expliqua demanda écrivait juge jugeait lâche
glisse souffle martelait s'exclame exclame s'indigne indigne s'insurge insurge s'interroge interroge réjouit désole
agace emporte amuse inquiète étonne alarme justifie enthousiasme
"""
_FEMALE_ROLES = """
présidente directrice députée sénatrice mairesse conseillère avocate procureure chercheuse historienne actrice
chanteuse écrivaine autrice professeure enseignante infirmière femme mère sœur fille épouse tante grand-mère dame
reine princesse candidate militante habitante voisine étudiante patronne cheffe cofondatrice fondatrice créatrice
directrice-générale
"""
_MALE_ROLES = """
président directeur député sénateur conseiller avocat procureur chercheur historien acteur chanteur écrivain auteur
professeur enseignant infirmier homme père frère fils mari oncle grand-père roi prince candidat militant habitant
voisin étudiant patron chef fondateur créateur entraîneur joueur policier gendarme pompier agriculteur
"""

GRAMMAR = Grammar(
    language="fr",
    words=classes(
        speech=_FINITE + " " + _PARTICIPLES,
        saying=_PARTICIPLES + " déclarant affirmant expliquant ajoutant précisant disant",
        report="""qualifie qualifié appelle appelé juge jugé croit pense espère craint évoque évoqué décrit parle parlé
            cite cité accuse accusé félicite défend défendu rejette rejeté considère considéré""",
        auxiliary="""a ont avait avaient aura est sont était étaient sera serait ai as avons avez fut va vont doit peut
            pourrait devrait""",
        adverb="""aussi alors ensuite puis encore déjà toujours jamais notamment également ainsi enfin hier aujourd'hui
            demain récemment désormais lundi mardi mercredi jeudi vendredi samedi dimanche simplement clairement
            très plus bien mieux d'ailleurs""",
        determiner="""le la les l' un une des du ce cet cette ces plusieurs certains certaines quelques tous toutes
            chaque aucun aucune deux trois quatre cinq""",
        article="le la les l' un une",
        indefinite="un une comme",
        possessive="mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
        preposition="""de d' du des à au aux en dans par pour sur sous avec sans chez contre vers depuis pendant avant
            après entre selon devant derrière malgré parmi lors dès""",
        conjunction="et ou mais donc or ni car quand lorsque si comme puisque",
        complement="que qu'",
        subject="il elle ils elles on je j' nous vous",
        objective="lui leur eux me m' te t' se s' y",
        reflexive="se s'",
        relative="qui que qu' dont où lequel laquelle",
        negation="ne n' pas",
        title="""m mme mlle dr pr me maître monsieur madame mademoiselle président présidente ministre premier première
            général colonel pape cardinal prince princesse roi reine sénateur sénatrice député députée maire""",
        role="""porte-parole ministre maire juge journaliste économiste sociologue analyste expert experte responsable
            responsables syndicaliste témoin témoins habitants voisins policiers manifestants élu élue élus
            chercheurs adjoint adjointe secrétaire médecin artiste victime victimes"""
        + _FEMALE_ROLES
        + _MALE_ROLES,
        body="""communiqué rapport lettre étude enquête sondage message texte discours site journal quotidien magazine
            agence gouvernement ministère parti syndicat association organisation entreprise société groupe police
            parquet tribunal mairie assemblée sénat commission comité banque université hôpital église""",
        time="""janvier février mars avril mai juin juillet août septembre octobre novembre décembre matin soir nuit
            jour semaine mois an année""",
        adjective="""français française américain américaine allemand allemande britannique espagnol italien russe
            ukrainien ukrainienne européen européenne""",
        function="""ici là oui non pourquoi combien quoi pour mais car donc puis ensuite enfin ainsi cependant
            toutefois pourtant néanmoins malgré selon après avant depuis pendant lors interrogé interrogée c' ça
            cela ceci voici voilà tout tous toute toutes rien""",
        mentioned="dit-le mot terme expression intitulé intitulée baptisé baptisée surnommé surnommée",
        particle="de du des la le d' van von ben el al",
        linking="de du des d' la le",
        citing="selon d' d'après pour",
        likening="comme",
        impersonal="",
        agent="par",
        passive="été",
    ),
    joins=frozenset("et".split()),
    genders=gendered(
        female="elle elles mme mlle madame mademoiselle présidente première reine princesse " + _FEMALE_ROLES,
        male="il ils lui m monsieur président premier roi prince pape " + _MALE_ROLES,
    ),
    given=gendered(
        female="""marie jeanne françoise monique catherine nathalie isabelle sylvie anne martine christine nicole
            valérie sandrine sophie véronique céline chantal stéphanie julie aurélie caroline laurence émilie claire
            camille élise brigitte élisabeth hélène agnès pauline charlotte lucie léa manon emma chloé ségolène
            rachida marine anna""",
        male="""jean pierre michel andré philippe rené alain jacques bernard marcel daniel roger paul robert claude
            henri christian nicolas georges patrick françois gérard christophe frédéric julien laurent thierry éric
            stéphane david olivier sébastien thomas guillaume antoine emmanuel alexandre louis vincent benoît bruno
            édouard gabriel hugo jérôme marc mathieu maxime pascal serge xavier yves""",
    ),
    titles={"m": "monsieur", "mme": "madame"},
    according=(("selon",), ("d'", "après"), ("d'après",), ("pour",)),
    abbreviations=frozenset("m mm dr pr me st ste av".split()),
    elisions=frozenset(),
    inverted=True,
    genitive=False,
    inserted=True,
    dashes=True,
    enclitics=("-t-il", "-t-elle", "-t-on", "-il", "-elle", "-on", "-ils", "-elles", "-je"),
    proclitics=("l'", "d'", "qu'", "s'", "n'", "j'", "c'", "m'", "t'"),
)
