"""Small words, endings and letters by which a sentence's language is known. Data only.

Words are lower case. A word that English has too ("die", "in", "me") tells nothing and may stand here;
the reader leaves it out. Endings begin with a hyphen.
"""

from __future__ import annotations

ENGLISH = frozenset(
    """the a an of to in on at for with and is are was were has had have that it he she they by from as
    be his her their not but this who which said after been will would could should can may might must
    or its i we you no my your our him them me us than then so if when while where what why how all any
    some more most other into over under about out up down off only just also do does did there here
    these those such because before between during against since until am being one two new first last
    says told made war now very even get got go going want let make come came well people day years
    year time good know think don't it's i'm that's man men don i'll we're you're""".split()
)
"""English small words and those so common that they decide."""

LATIN: dict[str, str] = {
    "Spanish": """el la los las un una unos unas de del al que y en con por para se su sus lo le les
    no es son fue fueron era está están ser ha han había como más pero sin sobre también entre
    cuando hasta desde este esta estos estas ese esa muy ya nos porque todo todos mi si sí qué dijo
    tras según hay siempre hoy donde nuestro nuestra nuestras nuestros usted tiene gracias personas
    años dos tres presidente gobierno anunció a he me cuatro cinco policía hombre mujer ciudad país
    ley guerra dinero nada nadie eso tribunal contra -ción -ciones -mente -aron -ieron -amos -dad
    -ará -arán -ado -ados -idas -á -é -í -ó -ú -ñ""",
    "Portuguese": """o os as um uma uns umas de do da dos das em no na nos nas por para com não que
    e é são foi foram era está estão ser tem têm ao aos à às pelo pela pelos pelas como mais mas sem
    sobre também entre quando até desde este esta isto esse essa muito já se seu sua seus suas ele
    ela eles você porque disse segundo há lhe isso obrigado pessoas anos dois presidente governo
    anunciou ontem hoje me três quatro polícia homem mulher cidade país lei guerra dinheiro nada
    tribunal contra -ção -ções -mente -aram -eram -iram -dade -ão -ões -nh -lh -ou -ã -õ -ç -á -é -ê
    -ó -â -à -ú""",
    "French": """le la les un une des de du au aux et en est sont était ont été que qui ne pas dans
    par pour sur avec ce cette ces il elle ils elles nous vous je se sa ses son leur leurs plus mais
    ou où comme sans sous entre après avant depuis selon très aussi être avoir fait dit c'est n'est
    qu'il d'un d'une l'on y lui même tout tous chez quand déjà contre merci a on hier soir an ans
    deux trois personnes président gouvernement me quatre cinq police homme femme ville pays loi
    guerre argent rien cela tribunal ça restent -ait -aient -ment -eux -euse -ée -ées -ique -ère
    -eur -tion -é -è -ê -à -ç -ù -î -ô -â -œ""",
    "Italian": """il lo la i gli le un una uno di del della dei delle dello degli nel nella nei
    nelle al alla ai alle dal dalla dai dalle sul sulla e è che non per con si sono era stato stata
    ha hanno come più ma anche questo questa questi suo sua loro dopo prima quando perché tra fra
    molto ogni se ci vi cosa dove sempre oggi tutti tutto c'è ed dell nell all grazie a ieri persone
    anni due presidente governo no me tre quattro cinque polizia uomo uomini donna città paese legge
    guerra soldi niente tribunale contro -zione -zioni -mente -ato -ata -ati -ito -tà -ono -ggi -à
    -è -é -ì -ò -ù""",
    "Romanian": """și în la de din cu pe un o nu este sunt a au fost că care pentru prin mai dar sau
    după între când până despre foarte acest această aceste acum se lui ei lor le îi îl ar fi va vor
    am ai avea fără către spre sub doar chiar decât astăzi al ale spus oameni ani doi președintele
    guvernul ieri trei patru poliția bărbat femeie oraș țară legea război bani nimic -ului -ilor
    -ției -ște -ează -ează -rea -ă -â -î -ș -ț""",
    "Catalan": """el la els les un una de del dels al als i que amb per en no és són va van ha han
    estat aquest aquesta aquests com més però sense sobre també entre quan fins des molt ja hi ho es
    seu seva seus perquè tot tots on avui pel pels dit persones anys dos president govern ahir me
    tres quatre policia home dona ciutat país llei guerra diners res -ció -cions -ment -itat -ny
    -eix -ç -à -è -é -í -ò -ó -ú""",
    "German": """der die das den dem des ein eine einen einem einer eines und ist sind war waren hat
    haben wird werden wurde wurden nicht mit von vom zu zum zur auf für im in an am bei nach aus
    über unter vor auch als wie wenn aber oder dass sich er sie es wir ich ihr sein seine seiner
    ihre noch nur schon sehr mehr durch gegen um bis seit kann können soll muss doch kein keine
    hatte diese dieser dieses ob damit wieder heute sagte gestern jahre menschen zwei jahr regierung
    mehrere alle wer will was drei vier fünf polizei mann frau stadt land gesetz krieg geld nichts
    gericht -ung -ungen -keit -heit -lich -ische -ischen -ten -sch -te -igen -ä -ö -ü -ß""",
    "Dutch": """de het een en van in op te dat die is zijn was waren heeft hebben had niet met voor
    aan door over bij naar uit om als ook er maar nog dan wel of tot onder tegen tussen werd worden
    wordt zij hij ze we wij ik je jij hun haar deze dit meer geen kan kunnen zal zou moet moeten na
    omdat veel wat wie waar toen al nu niets alle vandaag volgens onze gisteren mensen jaar twee
    drie zei minister vier vijf politie man vrouw stad land wet oorlog geld rechter -lijk -lijke
    -heid -ijn -eel -oor -aan -ing -sch -aar -ende -ë -ï""",
    "Swedish": """och att det som en ett den de är var inte på för med av till har hade om från vid
    men eller när så kan ska skulle efter under mot mellan också han hon vi jag sig sin sitt sina
    mycket mer nu vara blev blir bli detta denna dessa utan sedan alla här där hur än genom varit
    idag många i sade personer minst igår år två regeringen säger all man tre fyra fem polisen män
    kvinna stad land lag krig pengar inget inga domstol misstänkta grep -ningen -arna -erna -ade
    -ligt -het -ande -else -å -ä -ö""",
    "Danish": """og at det som en et den de er var ikke på for med af til har havde om fra ved men
    eller når så kan skal skulle efter under mod mellem også han hun vi jeg sig sin sit sine meget
    mere nu være blev bliver blive dette denne disse uden siden alle her der hvor hvordan hvad
    gennem været i dag kun ud op mange hos sagde personer mindst siger regeringen går år to tre fire
    fem politiet mænd kvinde by land lov krig penge intet ingen mistænkte oplyser -ede -erne -ning
    -lige -hed -else -nde -å -æ -ø""",
    "Norwegian": """og at det som en et ei den de er var ikke på for med av til har hadde om fra ved
    men eller når så kan skal skulle etter under mot mellom også han hun vi jeg seg sin sitt sine
    mye mer nå være ble blir bli dette denne disse uten siden alle her der hvor hvordan hva gjennom
    vært i dag bare ut opp mange hos sa personer minst sier regjeringen går år to tre fire fem
    politiet menn kvinne by land lov krig penger ingenting ingen mistenkte opplyser -ene -ning -lige
    -het -else -nde -å -æ -ø""",
    "Icelandic": """og að í á er var ekki sem það hann hún þeir þær við um til frá með fyrir eftir
    en eða ef þegar hafa hefur hafði verið vera voru eru mjög líka svo þess þetta þessi sér sín ég
    þú okkar þeirra nú ár sagði fólk ríkisstjórnin gær tveir þrír fjórir lögreglan maður kona borg
    land lög stríð -inn -inum -ður -ir -ar -um -ð -þ -æ -ö -á -é -í -ó -ú -ý""",
    "Finnish": """ja on ei että se oli ovat olivat hän he me te minä sinä joka jotka kun jos mutta
    tai myös kuin niin vain jo nyt mukaan ole ollut sen sitä tämä tämän tänään ennen jälkeen kanssa
    vuonna mitä kaikki hyvin koska sekä eikä vielä yli noin sanoi ihmistä vuotta eilen hallitus
    kertoi ainakin kaksi kolme neljä viisi poliisi mies nainen kaupunki maa laki sota rahaa mitään
    -ssa -ssä -sta -stä -lla -llä -lle -nut -nyt -vat -vät -inen -sen -ksi -tta -ttä -een -iin -jen
    -ä -ö""",
    "Estonian": """ja on ei et see oli olid ta nad me te mina sina kes mis kui kuid või ka nii
    ainult juba nüüd ole olnud selle seda tema tänna täna enne pärast koos aastal kõik väga sest
    veel üle umbes oma ning aga pole saab ütles inimest aastat eile valitsus kaks vähemalt kolm neli
    viis politsei mees naine linn riik seadus sõda raha midagi -st -sse -ga -nud -vad -mine -dele
    -ustas -itud -ele -õ -ä -ö -ü""",
    "Hungarian": """a az és hogy nem is egy volt van lesz meg már csak még mint ha de vagy ez azt
    ezt aki ami amely akik szerint után előtt között alatt miatt nélkül minden nagyon ki be el le
    fel ő ők mi ti én te itt ott most ma voltak kell lehet nincs több sem pedig mondta ember éve
    tegnap kormány két legalább három négy öt rendőrség férfi nő város ország törvény háború pénz
    semmi ellen ellene -ban -ben -nak -nek -val -vel -ság -ség -ett -ott -ok -ek -ról -ről -hoz -tak
    -tek -á -é -í -ó -ö -ő -ú -ü -ű""",
    "Turkish": """ve bir bu da de ile için olarak olan oldu olduğu çok daha en gibi kadar sonra önce
    ama fakat veya ya ki ne mi mı değil var yok her o onlar biz siz ben göre diye ise şu hem karşı
    büyük yeni tarafından arasında üzerinde bugün dün etti eden hiç bütün söyledi kişi yıl açıkladı
    hükümet iki az olacak dedi belirtti üç dört beş polis adam kadın şehir ülke yasa savaş para
    hiçbir -lar -ler -ları -leri -dı -di -yor -mış -miş -nda -nde -dan -den -lık -lik -acak -ecek
    -ın -ç -ğ -ı -ö -ş -ü""",
    "Polish": """i w z na do nie się że to jest są był była było były od po za przez przy dla o u a
    ale lub oraz jak co kto który która które którzy jego jej ich tylko już jeszcze bardzo także też
    może tym tego tej ten ta te gdy kiedy przed pod nad między bez ma mają został dziś roku po
    powiedział osób lat rząd wczoraj dwa dwóch najmniej ogłosił trzy trzech cztery pięć policja
    mężczyzna kobieta miasto kraj prawo wojna pieniądze nic -ego -emu -ych -ymi -owa -ość -ów -ał
    -ła -cie -ów -ski -ą -ć -ę -ł -ń -ó -ś -ź -ż""",
    "Czech": """a v ve z ze na do ne se že to je jsou byl byla bylo byli od po za při pro o u ale
    nebo jak co kdo který která které kteří jeho její jejich jen už ještě velmi také může tím toho
    ten ta ty když před pod nad mezi bez má mají podle dnes roku bude jako proti i si mu však řekl
    lidí let vláda včera dva dvě nejméně oznámila uvedl tři čtyři pět policie muž žena město země
    zákon válka peníze nic -ého -ých -ými -ova -ost -ují -ský -ní -á -č -ď -é -ě -í -ň -ó -ř -š -ť
    -ú -ů -ý -ž""",
    "Slovak": """a v vo z zo na do nie sa že to je sú bol bola bolo boli od po za pri pre o u ale
    alebo ako čo kto ktorý ktorá ktoré ktorí jeho jej ich len už ešte veľmi tiež môže tým toho ten
    tá tie keď pred pod nad medzi bez má majú podľa dnes roku bude proti aj si mu však nás povedal
    ľudí rokov vláda včera dva najmenej oznámila uviedol tri troch štyri päť polícia muž žena mesto
    krajina zákon vojna peniaze nič -ého -ých -ými -ova -osť -al -ujú -nie -ský -á -ä -č -ď -é -í -ľ
    -ĺ -ň -ó -ô -ŕ -š -ť -ú -ý -ž""",
    "Croatian or Serbian": """i u na za je su se da od do iz sa s o po ne nije bio bila bilo bili
    što koji koja koje kako ali ili samo već još vrlo također takođe može tome toga taj ta to kada
    pred pod nad između bez ima imaju prema danas godine će biti kao protiv nakon zbog mu ga svi tko
    ko smo sam njegov njihov jer rekao rekla ljudi jučer juče dva vlada najmanje objavila tri četiri
    pet policija muškarac žena grad zemlja zakon rat novac ništa uhitila uhapsila osumnjičenih -og
    -oga -ima -ama -nja -ost -ao -ili -ski -ije -č -ć -đ -š -ž""",
    "Slovene": """in v na za je so se da od do iz z s o po ne ni bil bila bilo bili kaj ki kateri
    katera kako ali samo že še zelo tudi lahko tem tega ta to ko pred pod nad med brez ima imajo
    danes leta bo biti kot proti zaradi mu ga vsi kdo smo sem ker pa le pri ob več dejal ljudi
    včeraj dva vlada najmanj sporočila tri štiri pet policija moški ženska mesto država zakon vojna
    denar nič -ega -ih -imi -anje -ost -ski -ala -ili -jo -č -š -ž""",
    "Lithuanian": """ir į iš su yra buvo kad ne nėra bet ar arba kaip kas kuris kuri kurie jo jos jų
    tik jau dar labai taip pat gali tai tas ta po prieš per apie už nuo iki dėl prie be turi
    šiandien metų bus šis ši savo mes jis ji jie sakė žmonių vakar du vyriausybė pranešė mažiausiai
    trys tris keturi policija vyras moteris miestas šalis įstatymas karas pinigai -ės -ius -uose
    -imas -ymas -oje -ais -tas -ą -č -ę -ė -į -š -ų -ū -ž""",
    "Latvian": """un ir no uz ar par ka ne nav bija būs kas kurš kura kuri viņa viņš viņi tikai jau
    vēl ļoti arī var tas tā to pēc pirms pie bez līdz šodien gadā kā vai bet lai savu mēs jo šis šī
    tiek starp tie sacīja cilvēku vakar divi valdība paziņoja vismaz trīs četri pieci policija
    vīrietis sieviete pilsēta valsts likums karš nauda -ija -jas -šana -iem -ām -ās -ā -č -ē -ģ -ī
    -ķ -ļ -ņ -š -ū -ž""",
    "Indonesian or Malay": """yang dan di ke dari untuk pada dengan ini itu adalah tidak akan telah
    sudah oleh dalam juga atau sebagai karena kami kita mereka dia saya anda ada bisa dapat lebih
    para hanya saat ketika setelah sebelum antara tahun orang bahwa belum masih seperti hari lagi
    secara tersebut tak menjadi kepada mengatakan kata pemerintah kemarin dua polisi tiga empat lima
    pria wanita kota negara hukum perang uang -nya -kan -lah -nga -ang""",
    "Tagalog": """ang ng mga sa na ay at si ni kay hindi may mayroon ito iyon siya sila kami tayo ko
    mo niya nila para kung dahil pero lang din rin ba po isang noong ngayon nang wala lahat bago
    matapos ayon kanyang aming sinabi pamahalaan kahapon dalawa taon pulis tatlong apat lima lalaki
    babae lungsod bansa batas digmaan pera -ang""",
    "Swahili": """ya wa na kwa ni katika la za cha vya kuwa hii huo hiyo huyu hao yake wake lakini
    pia ambao ambayo kama baada kabla sana watu mwaka leo jana alisema amesema wakati hakuna bila
    hadi yao wao sasa nchi serikali mbili polisi tatu nne tano mtu mwanamke mji sheria vita fedha
    watatu -ani -isha""",
    "Vietnamese": """và của là có không các những một được cho trong với người này đã đang sẽ từ đến
    khi tại về như ở ra vào nhưng hoặc cũng rất nhiều năm ngày ông bà tôi chúng họ nó theo sau trước
    để bị phải còn nước nói phủ hôm qua hai ba bốn cảnh sát đàn phụ nữ thành phố luật chiến tranh
    tiền -ă -â -đ -ê -ô -ơ -ư -à -á -ạ -ả -ã -ầ -ấ -ậ -ẩ -ẫ -ằ -ắ -ặ -ẳ -ẵ -è -é -ẹ -ẻ -ẽ -ề -ế -ệ
    -ể -ễ -ì -í -ị -ỉ -ĩ -ò -ó -ọ -ỏ -õ -ồ -ố -ộ -ổ -ỗ -ờ -ớ -ợ -ở -ỡ -ù -ú -ụ -ủ -ũ -ừ -ứ -ự -ử -ữ
    -ỳ -ý -ỵ -ỷ -ỹ""",
    "Albanian": """dhe në e të një për me nga që është janë ka kanë ishte ishin nuk më si por ose
    kur pas para deri sipas shumë edhe kjo ky këto ata ajo ai i u do duke tek sot vit vetëm gjithë
    tha njerëz vjet dje qeveria dy tre katër pesë policia burrë grua qytet vend ligj luftë -ëve -ën
    -it -imit -ve -ë -ç""",
    "Welsh": """y yr yn a ac i o ar am gan gyda mae oedd bod wedi ei eu ond neu fel hefyd pan cyn ar
    ôl hwn hon hyn nid ddim yw sydd roedd bydd fod dros dan rhwng mewn gyfer heddiw dweud pobl ddoe
    llywodraeth dau mae'r tri pedwar pump heddlu dyn menyw dinas gwlad cyfraith rhyfel arian -wyd
    -odd -au -ydd -ŵ -ŷ -â -ê -î -ô""",
}
"""By language: small words, and after them endings (with a hyphen) of its lower-case words."""

SHARED_SCRIPTS: tuple[tuple[str, str, tuple[tuple[str, str], ...], dict[str, str]], ...] = (
    (
        "Russian",
        "\u0400-\u052f",
        (
            ("Belarusian", "ўЎ"),
            ("Ukrainian", "їєґі"),
            ("Macedonian", "ѓќѕ"),
            ("Serbian", "ђћљњџј"),
            ("Russian", "ыэё"),
        ),
        {
            "Russian": (
                "в не что с по из от он она они это как для к был была было были но его"
                " её их -ый -ого -ть -ие"
            ),
            "Ukrainian": (
                "що та з до у за його її був буде цього року й а але про вони вона це"
                " також -ть -ий -ого"
            ),
            "Bulgarian": (
                "в не че с от той тя те това за да е бе са ще ъ също след във със -ът"
                " -ата -ите -ият -та"
            ),
        },
    ),
    (
        "Arabic",
        "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
        (("Pashto", "ښټځڅړډې"), ("Urdu", "ٹڈڑےں"), ("Persian", "پچژگی")),
        {},
    ),
    (
        "Hindi",
        "\u0900-\u097f",
        (),
        {
            "Hindi": "के में है की को से का ने और हैं पर यह था कि नहीं एक भी गया हुआ थे",
            "Marathi": "आहे आणि मध्ये होते या ही हे ते नाही केली झाली केले असे",
            "Nepali": "र लाई भएको पनि गरेको थियो छन् यो छ गर्ने भने उनले छैन",
        },
    ),
)
"""The usual language, the script's signs, letters that only one language has, and small words."""

SCRIPTS: tuple[tuple[str, str], ...] = (
    ("Greek", "\u0370-\u03ff\u1f00-\u1fff"),
    ("Armenian", "\u0530-\u058f"),
    ("Hebrew", "\u0590-\u05ff"),
    ("Bengali", "\u0980-\u09ff"),
    ("Punjabi", "\u0a00-\u0a7f"),
    ("Gujarati", "\u0a80-\u0aff"),
    ("Tamil", "\u0b80-\u0bff"),
    ("Telugu", "\u0c00-\u0c7f"),
    ("Kannada", "\u0c80-\u0cff"),
    ("Malayalam", "\u0d00-\u0d7f"),
    ("Sinhala", "\u0d80-\u0dff"),
    ("Thai", "\u0e00-\u0e7f"),
    ("Lao", "\u0e80-\u0eff"),
    ("Tibetan", "\u0f00-\u0fff"),
    ("Burmese", "\u1000-\u109f"),
    ("Georgian", "\u10a0-\u10ff"),
    ("Amharic", "\u1200-\u137f"),
    ("Khmer", "\u1780-\u17ff"),
    ("Korean", "\u1100-\u11ff\uac00-\ud7af"),
    ("Japanese", "\u3040-\u30ff"),
    ("Chinese", "\u3400-\u4dbf\u4e00-\u9fff"),
)
"""Scripts that tell the language alone. Japanese stands before Chinese: it has Chinese signs too."""
