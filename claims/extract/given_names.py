"""Common first names by gender, and words that tell a person's gender."""

from __future__ import annotations

_MEN = """james john robert michael william david richard joseph thomas charles christopher daniel matthew
anthony mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason
jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose adam henry nathan douglas
zachary peter kyle walter ethan jeremy harold keith christian roger noah gerald carl terry sean austin
arthur lawrence jesse dylan bryan joe jordan billy bruce albert willie gabriel logan alan juan wayne
roy ralph randy eugene vincent russell elijah louis bobby philip phillip johnny bill jim tom tim tony
bob mike dave steve chris dan ben sam fred ted ken ron don rick rob greg jeff matt nick pete ed
bernie barack elon boris rishi keir nigel jeremy gavin ian alistair angus hamish callum craig stuart
graham neil trevor clive derek colin gordon malcolm hugh rupert simon giles oliver harry leo max oscar
lewis liam owen rhys gareth dylan evan alun vladimir sergei sergey dmitry dmitri mikhail nikolai
alexei aleksandr alexandr yuri igor oleg pavel andrei anatoly viktor volodymyr oleksandr petro
ivan boris jaroslaw jarosław lech donald mateusz andrzej piotr jan tomasz krzysztof marek pedro
pablo carlos luis jorge miguel fernando javier manuel alejandro diego rafael ricardo eduardo andres
nicolas emmanuel francois françois jean pierre jacques michel philippe alain laurent olivier bernard
marc luc hans klaus jürgen juergen wolfgang helmut gerhard olaf friedrich karl heinz stefan markus
giuseppe giovanni matteo luigi marco silvio mario paolo antonio lorenzo francesco sandro mohammed
mohammad muhammad mohamed ahmed ahmad ali hassan hussein omar abdullah abdul khalid ibrahim yusuf
mustafa mahmoud hamid karim tariq rashid salman saad faisal hamad sultan saddam bashar benjamin
binyamin yitzhak shimon ehud recep abdel hosni muammar narendra rahul amit rajesh sanjay arvind imran
nawaz asif shahbaz joko jokowi prayut mahathir najib rodrigo xi jinping li hu deng kim jong moon
shinzo yoshihide fumio taro hiroshi kenji takashi cyril jacob nelson thabo robert yoweri uhuru
william paul muhammadu goodluck olusegun tedros abiy mo kofi ban justin stephen scott malcolm kevin
tony john winston bill anders lars erik jens nils ole sven bjorn bjørn henrik jonas magnus matti
juha antti mikko jerrold jimmy eddie charlie jake luke kurt wes zack seth josh elijah troy
""".split()

_WOMEN = """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
helen sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole samantha katherine
christine debra rachel carolyn janet catherine maria heather diane ruth julie olivia joyce virginia
victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria
teresa ann anne sara madison frances kathryn janice jean alice abigail sophia grace denise amber doris
marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla alexis lori
hillary michele jill kamala melania ivanka condoleezza madeleine sonia alexandria ilhan rashida
nikki tulsi stacey gretchen kirsten dianne loretta theresa priti suella liz penny nicola ruth arlene
mhairi angela yvette rachel harriet diane jo caroline leanne kirsty siân sian gwyneth bronwen
camilla kate meghan pippa fiona moira eilidh ailsa aoife siobhan niamh sinead mairead orla
angela ursula annegret annalena christine ségolène segolene marine anne brigitte valérie valerie
michèle giorgia laura paola giulia francesca chiara sofia lucia elena carmen pilar dolores ana isabel
dilma michelle cristina eva rosa luz beatriz ines inés irena ewa beata agnieszka małgorzata joanna
katarzyna olga irina natalia tatiana svetlana yulia julia ekaterina anastasia daria ksenia elvira
oksana iryna sanna tarja mette helle erna jacinda julia gladys annastacia pauline margrethe
katrín katrin birgitta ingrid astrid sigrid kristin greta malala benazir indira sonia pratibha mamata
sushma nirmala aung hasina khaleda sheikha fatima aisha layla leila mariam maryam noor zainab hatice
emine meral tansu tsai megawati corazon gloria leni park ellen joyce winnie graca graça nkosazana
ngozi chimamanda wangari yoko naomi akiko yuriko sakura mei ling xiu agnes carrie erin molly
zoe zoë chloe chloë lucy ella ava mia sophie jade holly beth amelia florence edith audrey tracey
""".split()

_BOTH = frozenset(
    "jean andrea kim jordan alexis kelly robin park ashley jo sam chris li hu".split()
)
MEN = frozenset(_MEN) - _BOTH
WOMEN = frozenset(_WOMEN) - _BOTH

_HE = frozenset(
    """mr sir lord king prince congressman chairman spokesman businessman actor archbishop pope imam
    sheikh ayatollah policeman cardinal sultan father son brother husband fireman""".split()
)
_SHE = frozenset(
    """mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman businesswoman actress
    baroness policewoman mother daughter sister wife widow""".split()
)


def gender_of(name: str, title: str = "") -> str:
    """What a name and the title before it tell: "m", "f" or "".

    >>> gender_of("Ann Lee"), gender_of("Q Lee", "mr"), gender_of("Q Lee")
    ('f', 'm', '')
    """
    if title in _HE or title in _SHE:
        return "m" if title in _HE else "f"
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
        if word in _SHE or word in _HE:
            return "f" if word in _SHE else "m"
    return ""
