"""Common given names by the pronoun their bearers mostly go by; a name in neither list says nothing."""

from __future__ import annotations

HE = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro aleksandr alessandro
    alexander alexandre alexei alfred ali allan allen amir anders andre andreas andrei andres
    andrew andrey anthony antonio antony arnold arthur ashraf augusto bashar ben benedict benjamin
    bernard bernie bill bob boris brad brandon brendan brett brian bruce carl carlos cesar charles
    charlie chris christian christopher chuck claude colin connor craig cristiano cyril dan daniel
    darren dave david dean denis dennis derek diego dimitri dmitri dmitry dominic donald doug
    douglas duncan dwight ed eddie eduardo edward edwin emmanuel enrique eric erik ernest evan
    fabio felipe felix ferdinand fernando fidel francisco francois frank franklin fred frederick
    gary gavin geoff geoffrey george gerald gerard giovanni giuseppe glenn gordon graham greg
    gregory guillermo gustavo guy hamid hans harold harry hassan hector henry herbert herman
    howard hugh hugo hussein ian ibrahim igor ilham imran isaac ivan jack jacob jacques jair jake
    james jason javier jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joe joel johan
    johannes john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio justin
    karl keith ken kenneth kevin khalid klaus konstantin kurt kyle lance larry lars laurent
    lawrence leo leon leonard leonardo leonid lewis lionel lloyd louis lucas luis luiz luke
    malcolm manuel marc marcel marco marcos marcus mario mark martin marvin mathew matt matteo
    matthew matthias maurice max maxim michael michel miguel mike mikhail milan mohamed mohammad
    mohammed moshe muhammad mustafa nathan neil nelson nicholas nick nicolas nigel nikolai nikolas
    noah norman oleg oliver omar oscar otto owen pablo paolo pascal patrick paul pavel pedro peter
    phil philip philippe pierre pietro rafael rahul raj ralph ramon randy raul raymond recep
    ricardo richard rick rob robert roberto rodrigo roger roland roman ron ronald rory roy ruben
    rupert russell ryan salman sam samuel santiago saul scott sean sebastian sergei sergey sergio
    seth shane shaun shinzo silvio simon stanley stefan stephen steve steven stuart sven ted terry
    theodore thomas tim timothy toby todd tom tommy tony travis trevor tyler valery vernon victor
    viktor vince vincent vitaly vladimir volodymyr wade walter warren wayne wilhelm will william
    willie winston wolfgang xavier yasser yuri yusuf zachary""".split()
)
SHE = frozenset(
    """abigail adele agnes aisha alexandra alice alicia alison amanda amber amelia amy ana anastasia
    angela angelina anita ann anna anne annie antonia ashley audrey aung barbara beatrice becky
    bella benazir beth betty beverly bonnie brenda brianna bridget brittany camilla candice carla
    carmen carol caroline carolyn carrie catherine cathy cecilia charlotte cheryl chloe christina
    christine cindy claire clara claudia colleen condoleezza cristina crystal cynthia daisy dana
    daniela danielle debbie deborah denise diana diane dianne dilma dolores donna doris dorothy
    edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen emily emma erica erin
    ester esther eva eve evelyn fatima felicia fiona florence frances francesca gabriela gabrielle
    gail georgia geraldine gina gisele glenda gloria grace greta gwen hannah harriet heather heidi
    helen helena helga hilary hillary holly ida ingrid irene irina iris isabel isabella ivanka
    jacinda jackie jacqueline jane janet janice jeanne jennifer jenny jessica jill joan joanna
    joanne jodie josephine joy joyce juanita judith judy julia juliana julie june kamala karen
    karin kate katherine kathleen kathryn kathy katie katrina kay kayla kelly kimberly kirsten
    kristen kristin kristina lana larissa laura lauren leah leila lena leslie lily linda lisa liz
    lois lori lorraine louise lucia lucy lydia lynn madeleine madison maggie malala malia margaret
    maria marian marie marilyn marina marion marissa marjorie marta martha mary maureen maya megan
    meghan melania melanie melinda melissa mercedes meredith mia michele michelle mildred miranda
    miriam molly monica muriel myriam nadia nancy naomi natalia natalie natasha nicola nicole nina
    nora norma olga olivia oprah pamela patricia patty paula pauline peggy penelope penny petra
    phyllis polly priscilla priti rachel raquel rebecca regina renee rhonda rita roberta rosa
    rosalind rose rosemary roxanne ruth sabrina sally samantha sandra sara sarah selena serena
    sharon sheila shelly shirley silvia simone sofia sonia sophia sophie stacey stella stephanie
    stormy sue susan susanna suzanne sylvia tamara tanya tara tatiana teresa theresa tiffany tina
    tracy ursula valentina valerie vanessa vera veronica victoria viola virginia vivian wanda
    wendy whitney winnie yasmin yolanda yulia yvette yvonne zoe""".split()
)
HE_TITLES = frozenset(
    "mr sir lord king prince pope archbishop cardinal spokesman actor imam sheikh".split()
)
SHE_TITLES = frozenset(
    "mrs ms miss dame lady queen princess baroness spokeswoman actress chairwoman congresswoman".split()
)

TOWNS = frozenset(
    "virginia georgia florence charlotte victoria jordan sofia regina adelaide santiago milan chad".split()
)
"""Given names that are as often towns or states."""


def goes_by(name: str, title: str = "") -> str | None:
    """Tell "he" or "she" where a title or the given name tells, else None.

    >>> goes_by("Nancy Holt"), goes_by("Holt", "mr"), goes_by("Kim Holt")
    ('she', 'he', None)
    """
    if title in HE_TITLES or title in SHE_TITLES:
        return "he" if title in HE_TITLES else "she"
    first = name.split(" ", 1)[0].lower()
    if (first in HE) == (first in SHE):
        return None
    return "he" if first in HE else "she"
