"""Common given names by gender, and words that tell a person's gender; a name of both says nothing."""

from __future__ import annotations

MEN = frozenset(
    """aaron abdel abdul abdullah abiy abraham adam adrian ahmad ahmed alain alan albert alejandro
    aleksandr alessandro alexander alexandr alexandre alexei alfred ali alistair allan allen
    alun amir amit anatoly anders andre andreas andrei andres andrew andrey andrzej angus
    anthony antonio antony antti arnold arthur arvind ashraf asif augusto austin ban barack
    bashar ben benedict benjamin bernard bernie bill billy binyamin bjorn bjørn bob bobby boris
    brad brandon brendan brett brian bruce bryan callum carl carlos cesar charles charlie
    christian christopher chuck claude clive colin connor craig cristiano cyril dan daniel
    darren dave david dean deng denis dennis derek diego dimitri dmitri dmitry dominic don
    donald doug douglas duncan dwight dylan ed eddie eduardo edward edwin ehud elijah elon
    emmanuel enrique eric erik ernest ethan eugene evan fabio faisal felipe felix ferdinand
    fernando fidel francesco francisco francois frank franklin françois fred frederick friedrich
    fumio gabriel gareth gary gavin geoff geoffrey george gerald gerard gerhard giles giovanni
    giuseppe glenn goodluck gordon graham greg gregory guillermo gustavo guy hamad hamid hamish
    hans harold harry hassan hector heinz helmut henrik henry herbert herman hiroshi hosni
    howard hugh hugo hussein ian ibrahim igor ilham imran isaac ivan jack jacob jacques jair
    jake james jan jaroslaw jarosław jason javier jeff jeffrey jens jeremy jerome jerrold jerry
    jesse jesus jim jimmy jinping joe joel johan johannes john johnny joko jokowi jon jonas
    jonathan jong jorge jose josef joseph josh joshua juan juergen juha julian julio justin
    jürgen karim karl keir keith ken kenji kenneth kevin khalid klaus kofi konstantin krzysztof
    kurt kyle lance larry lars laurent lawrence lech leo leon leonard leonardo leonid lewis liam
    lionel lloyd logan lorenzo louis luc lucas luigi luis luiz luke magnus mahathir mahmoud
    malcolm manuel marc marcel marco marcos marcus marek mario mark markus martin marvin mateusz
    mathew matt matteo matthew matthias matti maurice max maxim michael michel miguel mike
    mikhail mikko milan mo mohamed mohammad mohammed moon moshe muammar muhammad muhammadu
    mustafa najib narendra nathan nawaz neil nelson nicholas nick nicolas nigel nikolai nikolas
    nils noah norman olaf ole oleg oleksandr oliver olivier olusegun omar oscar otto owen pablo
    paolo pascal patrick paul pavel pedro pete peter petro phil philip philippe phillip pierre
    pietro piotr prayut rafael rahul raj rajesh ralph ramon randy rashid raul raymond recep rhys
    ricardo richard rick rishi rob robert roberto rodrigo roger roland roman ron ronald rory roy
    ruben rupert russell ryan saad saddam salman samuel sandro sanjay santiago saul scott sean
    sebastian sergei sergey sergio seth shahbaz shane shaun shimon shinzo silvio simon stanley
    stefan stephen steve steven stuart sultan sven takashi tariq taro ted tedros terry thabo
    theodore thomas tim timothy toby todd tom tomasz tommy tony travis trevor troy tyler uhuru
    valery vernon victor viktor vince vincent vitaly vladimir volodymyr wade walter warren wayne
    wes wilhelm will william willie winston wolfgang xavier xi yasser yitzhak yoshihide yoweri
    yuri yusuf zachary zack""".split()
)
WOMEN = frozenset(
    """abigail adele agnes agnieszka ailsa aisha akiko alexandra alexandria alice alicia alison
    amanda amber amelia amy ana anastasia angela angelina anita ann anna annalena annastacia
    anne annegret annie antonia aoife arlene astrid audrey aung ava barbara beata beatrice
    beatriz becky bella benazir beth betty beverly birgitta bonnie brenda brianna bridget
    brigitte brittany bronwen camilla candice carla carmen carol caroline carolyn carrie
    catherine cathy cecilia charlotte cheryl chiara chimamanda chloe chloë christina christine
    cindy claire clara claudia colleen condoleezza corazon cristina crystal cynthia daisy dana
    daniela danielle daria debbie deborah debra denise diana diane dianne dilma dolores donna
    doris dorothy edith eileen eilidh ekaterina elaine eleanor elena elisabeth elise elizabeth
    ella ellen elvira emily emine emma erica erin erna ester esther eva eve evelyn ewa fatima
    felicia fiona florence frances francesca gabriela gabrielle gail georgia geraldine gina
    giorgia gisele giulia gladys glenda gloria graca grace graça greta gretchen gwen gwyneth
    hannah harriet hasina hatice heather heidi helen helena helga helle hilary hillary holly ida
    ilhan indira ines ingrid inés irena irene irina iris iryna isabel isabella ivanka jacinda
    jackie jacqueline jade jane janet janice jeanne jennifer jenny jessica jill joan joanna
    joanne jodie josephine joy joyce juanita judith judy julia juliana julie june kamala karen
    karin katarzyna kate katherine kathleen kathryn kathy katie katrin katrina katrín kay kayla
    khaleda kimberly kirsten kirsty kristen kristin kristina ksenia lana larissa laura lauren
    layla leah leanne leila lena leni leslie lily linda ling lisa liz lois loretta lori lorraine
    louise lucia lucy luz lydia lynn madeleine madison maggie mairead malala malia mamata
    margaret margrethe maria mariam marian marie marilyn marina marine marion marissa marjorie
    marta martha mary maryam maureen maya małgorzata megan megawati meghan mei melania melanie
    melinda melissa meral mercedes meredith mette mhairi mia michele michelle michèle mildred
    miranda miriam moira molly monica muriel myriam nadia nancy naomi natalia natalie natasha
    ngozi niamh nicola nicole nikki nina nirmala nkosazana noor nora norma oksana olga olivia
    oprah orla pamela paola patricia patty paula pauline peggy penelope penny petra phyllis
    pilar pippa polly pratibha priscilla priti rachel raquel rashida rebecca regina renee rhonda
    rita roberta rosa rosalind rose rosemary roxanne ruth sabrina sakura sally samantha sandra
    sanna sara sarah segolene selena serena sharon sheikha sheila shelly shirley sian sigrid
    silvia simone sinead siobhan siân sofia sonia sophia sophie stacey stella stephanie stormy
    sue suella susan susanna sushma suzanne svetlana sylvia ségolène tamara tansu tanya tara
    tarja tatiana teresa theresa tiffany tina tracey tracy tsai tulsi ursula valentina valerie
    valérie vanessa vera veronica victoria viola virginia vivian wanda wangari wendy whitney
    winnie xiu yasmin yoko yolanda yulia yuriko yvette yvonne zainab zoe zoë""".split()
)

HE_TITLES = frozenset(
    """mr sir lord king prince congressman chairman spokesman businessman actor archbishop pope imam
    sheikh ayatollah policeman cardinal sultan father son brother husband fireman""".split()
)
SHE_TITLES = frozenset(
    """mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman businesswoman actress
    baroness policewoman mother daughter sister wife widow""".split()
)


def gender_of(name: str, title: str = "") -> str:
    """What a name and the title before it tell: "m", "f" or "".

    >>> gender_of("Ann Lee"), gender_of("Q Lee", "mr"), gender_of("Q Lee")
    ('f', 'm', '')
    """
    if title in HE_TITLES or title in SHE_TITLES:
        return "m" if title in HE_TITLES else "f"
    first = name.split(maxsplit=1)[0].lower() if name else ""
    first = first.split("-")[0]
    if (first in MEN) != (first in WOMEN):
        return "m" if first in MEN else "f"
    return ""


def gender_by_role(words: str) -> str:
    """What words beside a name such as "a spokeswoman" tell: "m", "f" or "".

    >>> gender_by_role(", a spokeswoman for the bank")
    'f'
    """
    for word in words.lower().replace(",", " ").split()[:6]:
        if word in SHE_TITLES or word in HE_TITLES:
            return "f" if word in SHE_TITLES else "m"
    return ""
