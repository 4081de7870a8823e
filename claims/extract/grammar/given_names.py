"""Common given names by gender, and words that tell a person's gender; a name of both says nothing."""

from __future__ import annotations

MEN = frozenset(
    """aaron abdel abdul abdullah abiy abraham adam adrian ahmad ahmed alain alan albert alejandro
    aleksander aleksandr alessandro alexander alexandr alexandre alexei alfonso alfred alfredo ali
    alistair allan allen alun amadou ambrose amir amit anatoly anders andre andreas andrei andres
    andrew andrey andrzej angus anthony anton antonio antony antti armand arne arnold arthur arturo
    arvind ashraf asif augusto austin axel ban baptiste barack bart bartholomew bashar ben benedict
    benjamin bernard bernie bertrand bill billy binyamin bjorn björn bjørn bob bobby boris brad
    brandon brendan brett brian bruce bruno bryan callum carl carlos cedric cesar charles charlie
    christian christoph christopher chuck claude clement clifford clive colin connor cornelius craig
    cristiano cyril cyrus damian dan daniel darren dave david dean declan deng denis dennis derek
    didier diego dimitri dirk dmitri dmitry dominic don donald donato doug douglas duncan dwight
    dylan ed eddie edgar edmund eduard eduardo edward edwin egon ehud elias elijah elon emil emile
    emilio emmanuel enrique eric erich erik ernest ernesto ernst ethan etienne eugen eugene evan
    evgeny ezra fabio faisal felipe felix ferdinand fergus fernando fidel finn florian francesco
    francisco francois frank franklin franz françois fred frederick friedrich fritz fumio gabriel
    gareth gary gaston gavin geert geoff geoffrey george gerald gerard gerardo gerhard gert gianni
    gilbert giles gilles giovanni giuseppe glenn godfrey goodluck gordon gottfried graham greg
    gregory guillaume guillermo gunnar gustav gustave gustavo guy günter günther hamad hamid hamish
    hamza hans harald harold harry hassan hector heinrich heinz helge helmut henning henri henrik
    henry herbert herman hiroshi horace horst hosni howard hugh hugo humphrey hussein ian ibrahim
    ignacio igor ilham imran ingmar isaac isidor ivan ivo jaap jack jacob jacques jaime jair jake
    jakob james jan janusz jaroslaw jarosław jason javier jeff jeffrey jens jeremy jeroen jerome
    jerrold jerry jesse jesus jim jimmy jinping joachim joao joaquin jochen joe joel johan johannes
    john johnny joko jokowi jon jonas jonathan jong jorge jorgen jose josef joseph josh joshua jozef
    joão juan juergen juha jules julian julio justin jérôme jürg jürgen kamal karim karl kaspar
    kazuo keir keith ken kenji kenneth kevin khalid klaus knut kofi konrad konstantin krzysztof kurt
    kyle lance larry lars laurent lawrence lech lennart leo leon leonard leonardo leonid leopold
    leroy lewis liam lionel lloyd logan lorenz lorenzo louis luc lucas ludwig luigi luis luiz luke
    maarten magnus mahathir mahmoud malcolm manfred manuel marc marcel marcelo marco marcos marcus
    marek mario mark markus martin marvin mateo mateusz mathew mathieu matt matteo matthew matthias
    matti maurice maurizio max maxim maxime mehmet michael michel miguel mike mikhail mikko milan
    milos mo mohamed mohammad mohammed mohsen moon mordecai moritz moshe muammar muhammad muhammadu
    mustafa najib narendra nathan nathaniel nawaz neil nelson nicholas nick nicolas niels nigel
    nikola nikolai nikolas nils noah norman olaf olav ole oleg oleksandr oliver olivier olusegun
    omar omer oscar osman oswald otis otto owen pablo paolo pascal pascual patrick paul pavel pedro
    pete peter petro phil philip philippe phillip pierre pieter pietro piotr prayut radovan rafael
    rahul rainer raj rajesh ralph ramesh ramon randy ranjit rashid raul raymond recep reginald
    reinhard renato rené rhys ricardo richard rick rishi roald rob robert roberto rodney rodrigo
    roger roland rolf romain roman ron ronald rory roy ruben rudolf rudolph rufus rupert russell
    ryan saad saddam salman salvatore samir samuel sandro sanjay santiago saul scott sean sebastian
    sergei sergey sergio seth shahbaz shane shaun shimon shinzo sigmund sigurd silas silvio simon
    stanislav stanley stefan stephen steve steven stig stuart stéphane sultan suresh sven tadeusz
    takashi tariq taro ted tedros terry thabo theo theodor theodore thierry thomas thorsten tim
    timothy tobias toby todd tom tomas tomasz tommy tomás tony torsten travis trevor troy tyler
    uhuru ulrich umberto urho valery vasily vernon victor viggo vijay vikram viktor vince vincent
    vitaly vladimir vladislav vlado volodymyr wade walter warren wayne werner wes wilbur wilfred
    wilhelm will willem william willie wim winston wolfgang xavier xi yannick yasser yehuda yitzhak
    yoshihide yoweri yuri yusuf yves zachary zack zbigniew zoltan émile étienne""".split()
)
WOMEN = frozenset(
    """abigail adele agatha agnes agnieszka agnès ailsa aisha akiko albertine alessandra alexandra
    alexandria alice alicia alison alma amanda amber amelia amina amy amélie ana anastasia anaïs
    anette angela angelina anita anja ann anna annalena annastacia anne annegret anneke annie annika
    antoinette antonia aoife arlene astrid audrey aung ava ayesha aïcha barbara beata beatrice
    beatrix beatriz becky bella benazir bernadette berta bertha beth betty beverly birgit birgitta
    blanche bonnie brenda brianna bridget brigid brigitte britta brittany bronwen camilla candice
    carla carlotta carmen carol caroline carolyn carrie caterina catherine cathy cecilia celia
    charlene charlotte cheryl chiara chimamanda chloe chloë christina christine cindy claire clara
    clarissa claudia clementine colette colleen condoleezza cora corazon cordelia corinne cornelia
    cristina crystal cynthia daisy dana daniela danielle daria debbie deborah debra delia delphine
    denise desiree diana diane dianne dilma dolores donna doris dorothea dorothy edith edwina effie
    eileen eilidh ekaterina elaine eleanor elena elisabeth elise elizabeth elke ella ellen ellie
    elsa elsie elvira emilia emily emine emma emmanuelle enid erica erin erna estelle ester esther
    etta eugenia eugenie eunice euphemia eva eve evelyn ewa fatima fatou felicia fernanda filippa
    fiona florence frances francesca franziska freda frida frieda friederike gabriela gabrielle gail
    genevieve geneviève georgia geraldine gerda germaine gertrude gina giorgia gisela gisele giulia
    gladys glenda gloria graca grace graça greta gretchen gretel gudrun gwen gwyneth hannah harriet
    hasina hatice heather hedwig heidi heike helen helena helga helle henrietta henriette hermione
    hilary hilda hildegard hillary holly hortense hélène ida ilhan ilse imelda imogen indira ines
    inga inge ingeborg ingrid inés irena irene irina iris irma iryna isabel isabella isobel ivanka
    jacinda jacinta jackie jacqueline jade jana jane janet janice janine jeanne jemima jennifer
    jenny jessica jill joan joanna joanne jodie johanna josefina josephine joy joyce juanita judith
    judy julia juliana julie june justine kamala karen karin karina katarzyna kate katharina
    katherine kathleen kathryn kathy katie katja katrin katrina katrín kay kayla khaleda kimberly
    kirsten kirstin kirsty klara kristen kristin kristina ksenia lakshmi lana larissa latifa laura
    lauren layla leah leanne leila lena leni leonie leonora leslie leticia lidia lieselotte liesl
    lily linda ling lisa liv liz lois loretta lori lorraine lotte louisa louise lucia lucille lucy
    lucía luisa luz lydia lynn mabel madeleine madeline madison magda magdalena maggie mairead
    malala malia malin mamata manuela margaret margarete margarita margot margrethe marguerite maria
    mariam marian marianne marie marija marilyn marina marine marion marisa marissa marit marjorie
    marlene marta martha mary maryam mathilde matilda maud maureen mavis maya małgorzata megan
    megawati meghan mei melania melanie melinda melissa meral mercedes meredith mette mhairi mia
    michele michelle michèle mildred millicent minna minnie miranda mireille miriam moira molly
    monica monika morag muriel myriam myrtle nadia nadine nancy nanette naomi natalia natalie
    natalya natasha nellie nerys ngozi niamh nicola nicole nikki nina nirmala nkosazana noor nora
    norma octavia odette odile oksana olga olivia oprah orla ottilie pamela paola patricia patty
    paula paulette pauline peggy penelope penny petra petronella philippa phoebe phyllis pia pilar
    pippa polly pratibha priscilla priti rachel raisa ramona raquel rashida rebecca regina renee
    rhonda ricarda rita roberta rosa rosalind rose rosemary rowena roxana roxanne ruth sabine
    sabrina sakura sally salma samantha sandra sanna sara sarah segolene selena selma serena shabana
    sharon sheikha sheila shelly shirin shirley sian sigrid sigrun silvia simona simone sinead
    siobhan siân sofia solveig sonia sophia sophie soraya stacey stella stephanie stormy sue suella
    susan susanna sushma suzanne svenja svetlana sybil sylvia sylvie ségolène tabitha tamara tamsin
    tansu tanya tara tarja tatiana teresa teresita thea thelma theresa therese thérèse tiffany tilda
    tina tracey tracy trudy tsai tulsi ulrike ursula valentina valerie valérie vanessa vera verena
    veronica victoria viola virginia vivian vivienne wanda wangari wendy whitney wilhelmina wilma
    winifred winnie xiomara xiu yasmin yoko yolanda yolande yulia yuriko yvette yvonne zainab zara
    zelda zoe zoë émilie""".split()
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
