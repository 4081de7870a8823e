"""The words by which a sentence without a claim gives itself away, by reason. Data for `skips`."""

from __future__ import annotations

import re

from claims.extract.grammar.listed_words import Listed


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_MONTHS = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_DAYS = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
_CLOCK = r"(?:\d{1,2}[:.]\d\d|\d{1,2}(?=\s?[ap]))\s?(?:[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?"
_NAMES = r"[A-Z][\w.’'-]*(?:\s(?:and\s|de\s|van\s|von\s)?[A-Z][\w.’'-]*){0,6}"
DATELINE = re.compile(
    rf"^\W*(?:\d{{1,2}}[:.]\d\d\s?(?:[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?)(?:\s[A-Z]{{2,4}})?\W*$"
    r"|^(?:\W*\d\d:\d\d:\d\d[.,]\d{3}){2}\W*$"
    rf"|^\W*(?:{_CLOCK},?\s)?(?:{_DAYS},?\s)?(?:(?:\d{{1,2}}(?:st|nd|rd"
    rf"|th)?\s)?{_MONTHS}\s(?:\d{{1,2}},?\s)?\d{{4}}"
    rf"|\d{{4}}-\d\d-\d\d)(?:,?\s(?:at\s)?{_CLOCK})?\W*$"
    rf"|^(?:By|BY)\s{_NAMES}(?:,\s{_NAMES})?(?:\s?[·|—–-].*)?\W*$"
    r"|^(?:First published|Published|Updated|Posted|Last (?:updated"
    r"|modified))\b(?:[^.]|[ap]\.m\.){0,60}\d{4}[^.]{0,30}$"
    r"|^[A-Z]{3,}(?:,\s\w+\.?\s\d{1,2})?\s?(?:\([\w\s]+\))?\s?[—–-]\s*$"
)
BYLINE = re.compile(
    rf"^\W*(?:additional\s)?(?:reporting|writing|editing|edited|written|compiled|text|translated"
    rf"|interview)"
    rf"(?:\sand\s\w+)?\sby\s(?-i:[A-Z])[^.]{{2,100}}\W*$"
    rf"|^\W*(?-i:{_NAMES})\s(?:contributed (?:reporting )?to this|reported from|is an? (?:reporter|"
    r"columnist|staff writer|freelance|correspondent|contributing|journalist))\b[^.]{0,100}\W*$"
    r"|^\W*(?:the (?:writer|author) is|this (?:piece|column) was (?:written"
    r"|co-written) by)\b.{0,160}$",
    re.IGNORECASE,
)
QUESTION_MARKS = ("?", "؟", "？")
OPENING_QUOTE = re.compile(r"\s([\"“«])(?=\w)")
ASKED = re.compile(r"\b(?:ask\w*|wonder\w*|question\w*|inquir\w*|enquir\w*)\W*$", re.IGNORECASE)
PICTURE = re.compile(
    r"(?:^|(?<=[.!?\"”)])|\s)(?:Image|(?:File )?[Pp]hoto(?:graph)?|Picture|Credit)s?: ?(?=[A-Z@])"
)
"""The credit that ends the line of a caption."""
AFTER_MARKS = " \t\n\r\u00a0!\"”’')]»"
WISH = re.compile(
    r"^\W*(?:(?:but|and|so)\s)?(?:may god|let[’']?s|let us|let me|please|rest (?:in|easy)"
    r"|thank(?:s| you)"
    r"|congratulations|happy birthday|good luck|imagine|never forget|god bless)\b"
    r"|^[^,“”\"]{1,40},\slet(?:[’']s|\sus)\s"
    r"|\b(?:i|we)\s(?:\w+\s){0,2}(?:hope|wish|pray|want to thank|appreciate|thank)\b"
    r"|\b(?:thoughts and prayers|heartfelt|deepest sympath|condolences (?:to|go))",
    re.IGNORECASE,
)
GREETING = re.compile(
    r"^\W*(?:good (?:morning|evening|afternoon|night|day)|hello|hi|welcome|thanks?|cheers|sorry"
    r"|congratulations|congrats|happy (?:new year|christmas|easter|anniversary)|merry christmas"
    r"|rip|r\.i\.p"
    r"|amen|hooray|bravo|long live|well done|bless(?:ed)? |so help me|god save"
    r"|may (?:he|she|they|we|you|the|his|her|their))\b"
    r"|\bthank(?:s to (?:you|all)| you)\b",
    re.IGNORECASE,
)
APPEAL = re.compile(
    r"^\W*(?:(?:and|but|so|now|then|just)[\s,]+)?(?:(?:do not|don[’']t|never)\s[a-z]+|(?:join"
    r"|vote|read|watch"
    r"|listen|look|see"
    r"|click|follow|share|donate|call|tell|stop|help|support|remember|consider|think|take|give"
    r"|make|go|get"
    r"|be|ask|wait|show|say|stay|keep|try|come|stand|fight|bring|raise|demand|sign|send|hold"
    r"|leave|check"
    r"|trust|believe|put|turn|work|talk|speak|spread|retweet|rt|find|learn|visit|forget)\s(?:the"
    r"|an?|your"
    r"|our|my|me|us|it|this|that|these|those|for|to|at|up|out|about|what|how|him|her|them|and"
    r"|with|on|in"
    r"|into|back|home|off|here|there|who|why|all|every|everyone|not|now|careful|sure|quiet"
    r"|strong|safe|calm))\b",
    re.IGNORECASE,
)
BIDS = re.compile(
    r"[“\"]?(?:[Pp]lease\s(?:do\snot\s|don[’']t\s)?[a-z]+\b|(?:Do\snot|Don[’']t|Never)\s[a-z]+|(?:Add|Apply|Ask|Avoid|Boil|Bring|Buy|Call|Check|Choose|Clean|Close|Cook|Cover|Drink|Eat|Fill|Find|Get"
    r"|Give|Heat|Keep|Leave|Look|Mix|Open|Pour|Put|Read|Remove|Run|See|Sign|Stop|Store|Switch|Take|Tell|Throw|Try"
    r"|Turn|Use|Wash|Wear))\s(?:the|an?|your|it|them|this|that|these|those|any|at\sleast|up\sto)\b"
)
"""An appeal that no noun can open."""
WANTING = re.compile(
    r"\b(?:i|we)(?:[’']d|\swould)?\s(?:(?:also|just|really|all|only|simply|do|don[’']t)\s){0,2}"
    r"(?:want|like to|love to|need you|ask you|urge|call on|beg|invite|look forward|prefer)\b"
    r"|\bmy (?:hope|wish|dream|plea|prayer)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|I[’'](?:m|d|ve|ll)|my|me|our|us|we|we[’'](?:re|ve|ll|d)|you|your)\b", re.IGNORECASE
)
OPINION = Listed(
    r"inevitable|absurd|disastrous|sad(?:ly)?|fascinating|wonderful|terrible|amazing|tremendous"
    r"|crazy"
    r"|shameful|unacceptable|disgrace|brilliant|beautiful|incredible|awesome|horrible|frustrating"
    r"|beloved|inimitable|indelible|humiliating|foolish|wisdom|deserves?|should|ought|sort of"
    r"|kind of"
    r"|of course|arguably|irresponsible|patience|heart breaks"
    r"|beyond grateful"
    r"|cool|fun|legend|hard to|too many|cheap|never quite"
)
FORECAST = Listed(
    r"will|would|could|might|likely|unlikely|probably|perhaps|[’']ll|going to|may|inevitabl[ey]"
    r"|risks? of"
)
HEDGES = "likely would could might will may appear if".split()
"""One of which is in all that ARTICLE_FORECAST finds, and found faster."""
ARTICLE_FORECAST = re.compile(
    r"\bit is (?:un)?likely\b(?! (?:that )?(?:\w+ ){1,4}(?:have|has|had|are|is|was|were)\b)"
    r"|\bwould (?:also|then|surely|likely|well)\s(?!be\b|have\b)[a-z]+"
    r"|^(?!if|because|which|that|who)(?:(?!\bwhether\b)[^,]){3,60}\b(?:could|might)\s"
    r"(?:also\s|well\s|then\s|soon\s)?(?!be\b|have\b|not\b)[a-z]+"
    r"|\bwill (?:probably|likely|inevitably|surely)\b|\bappear for the moment\b"
    r"|\bmay (?:look|well|yet|soon|still)\b"
    r"|\bif (?:it|they|he|she) \w+ at all\b",
    re.IGNORECASE,
)
PLAIN_OPINION = re.compile(
    r"\bit is (?:inevitable|hard|easy|tempting|clear|no wonder|time|better|best|wiser|worse)\b"
    r"|\b(?:a sort|a kind) of\b|\bzero-sum\b"
    r"|\b(?:ought to|deserves?) |\bas \w+ as it (?:is|was) \w+|\bof course\b|\bis a defeat\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"^\W*(?:(?:and|but|so|now|well)[\s,]+)?(?:even )?(?:if|unless|were (?:he|she|it|they|we|i)"
    r"|suppose|had (?:he|she|it|they|we|i))\b",
    re.IGNORECASE,
)
FUTURE = _words(
    r"will|won[’']t|would|wouldn[’']t|could|might|shall|[’']ll|gonna|going to|about to|(?:plan"
    r"|hope|expect|intend|aim"
    r"|promise|vow|pledge)(?:s|ed)? to|(?:un)?likely|probably|tomorrow|next (?:year|week|month"
    r"|time)|in the future"
    r"|may (?!god\b)(?:be|have|not|yet|well|soon|still|come|go|prove|turn|also|take|seem|look)"
    r"|risks? of|inevitabl[ey]"
    r"|bound to|remains to be seen|awaits?|in (?:the )?(?:years|days|weeks|months) (?:to come"
    r"|ahead)"
)
ADVICE = _words(
    r"should(?:n[’']t)?|must(?:n[’']t)?|ought(?:n[’']t)? to|needs? to|we need|needn[’']t|ha(?:ve"
    r"|s) (?:got )?to|[’']ve got to|gotta"
    r"|had better|it[’']?s? (?:is )?(?:long |about )?(?:past )?time (?:for|to|we|that)"
    r"|time (?:for|to)|moment to|cannot afford|can[’']t afford"
    r"|the (?:right|only|best) (?:thing|way|course)|deserves?|(?:cannot|can[’']t) (?:be allowed"
    r"|go on|continue|allow|let|accept|tolerate|ignore)|the answer is|no excuse"
)
BELIEF = _words(
    r"(?:i|we) (?:(?:do not|don[’']t|really|also|still|always|just|firmly|strongly|honestly"
    r"|personally|certainly|never) ){0,2}"
    r"(?:think|thought|believe[ds]?|feel|felt|guess|suppose|doubt|fear|agree|disagree|consider"
    r"|trust|regard|understand|know|accept|share)"
    r"|(?:i|we)[’'](?:m|re)(?: \w+)? (?:sure|convinced|certain|afraid|confident)"
    r"|in my (?:view|opinion|judg(?:e)?ment)|my (?:view|opinion|belief|sense|feeling)|to my mind"
    r"|it seems|it appears|as i see"
    r"|(?:as )?far as i|no doubt|one might|i[’']d (?:say|argue)|i (?:would"
    r"|could)(?:n[’']t)? (?:say|argue|agree)"
)
JUDGEMENT = _words(
    r"good|bad|great(?:er|est)?|best|worst|better|worse|wrong|right|fair|unfair|nice|neat|super"
    r"|cool|fun|terrific|fantastic|excellent|perfect"
    r"|wonderful|terrible|terribly|amazing|tremendous|tremendously|crazy|shame|shameful|disgrace"
    r"|disgraceful|brilliant"
    r"|beautiful|incredible|incredibly|awesome|horrible|horrific|awful|frustrating|disappointing"
    r"|disappointed"
    r"|sad|sadly|tragic|tragically|heartbreaking|ugly|evil|cruel|stupid|silly|foolish|ridiculous"
    r"|absurd|nonsense|outrageous|unacceptable"
    r"|disastrous|disaster|catastrophe|catastrophic|inspiring|inspired|impressive|remarkable"
    r"|extraordinary|magnificent"
    r"|important|crucial|vital|essential|necessary|urgent|critical|serious|dangerous|reckless"
    r"|irresponsible|responsible|careless"
    r"|brave|heroic|hero(?:es)?|legend|giant|towering|indelible|noble|honest|dishonest|decent"
    r"|honou?rable|dishonou?rable|hypocri\w+"
    r"|difficult|easy|hard|tough|tougher|simple|simply|clear|clearly|obvious|obviously|certainly"
    r"|surely|frankly|honestly|indeed|truly"
    r"|unfortunate|unfortunately|fortunate|fortunately|regrettabl[ey]|arguably|of course|enough"
    r"|too (?:much|many|little|few|far|late|long|often|good|big)"
    r"|fail(?:ure|ed us)|mistake|blunder|triumph|mess|joke|insult|betray\w+|weak(?:ness)?"
    r"|strong(?:er)?|proud|pride|shock(?:ed|ing)|sick"
    r"|kind of|sort of|deserve[sd]?|worth(?:y|while|less)?|meaningful|meaningless|credible"
    r"|legitimate(?:ly)?|reasonable|sensible|unthinkable"
    r"|unbelievable|interesting|boring|fascinating|strange|odd|weird|irony|ironic(?:ally)?"
    r"|impossible|emotional|exhausted|stressful|inevitable"
    r"|loved?|hated?|beloved|admir\w+|enjoy\w*|favou?rites?|pain|suffering|hearts?|soul|spirit"
    r"|dream|wisdom|patience|courage|hope(?:ful|less)?"
    r"|implacable|enormous|huge|massive|stunning|vibrant|charming|elegant|bold|timid|rich in"
    r"|poor in|nothing (?:less|more|but)|matters?|true|the real|a real|helmsman|champions?|icon"
    r"|pillar|visionary"
    r"|monster|villain|cowards?|liars?|gentleman|divided|great deal|than ever"
    r"|never before|as never"
)
FEELING = re.compile(
    r"\b(?:am|is|are|was|were|been|feels?|felt|[’'](?:m|re|s))\s(?:\w+\s){0,3}?"
    r"(?:happy|sad|glad|proud|sorry|grateful|thankful|angry|tired|excited|honou?red|pleased"
    r"|humbled|worried"
    r"|afraid|scared|ashamed|shocked|devastated|relieved|delighted|disappointed|sick|lucky"
    r"|blessed|fearful"
    r"|exhausted|thrilled|heartbroken|upset|concerned|determined|ready|confident|committed"
    r"|optimistic"
    r"|hopeful|fed up|jealous|bored|lonely)\b"
    r"|\bmy (?:heart|feelings?|emotions?)\b|\bbroke my heart\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"^\W*(?:(?:and|but|so|now|well|okay|ok|first of all)[\s,]+)*(?:let me (?:just |first "
    r"|also )?(?:say|tell|be"
    r"|mention|add|finish|make|ask|explain|give|talk|go)|i(?:[’']ll|\swill|\scan|\smust|\swould"
    r"|[’']d|\shave to"
    r"|\sjust want to)\s(?:\w+\s){0,2}(?:tell|say|add|point|mention|come back|get (?:in)?to"
    r"|talk about"
    r"|start|repeat|explain|respond|answer|comment|finish)|as i (?:\w+ )?(?:said|indicated"
    r"|mentioned|told|say"
    r"|noted)|i mean what|here(?:[’']s| (?:is|are)) (?:(?:the thing|what|why|how|where|who"
    r"|a (?:look|timeline|guide|recap))\b|(?:\w+ ){1,3}(?:things|points|moments|takeaways|questions"
    r"|facts|figures|highlights)\b)|what i(?:[’']m| am) (?:saying"
    r"|suggesting"
    r"|talking|about)|i(?:[’']m| am) talking about|i can[’']?(?:no)?t (?:go into|comment|speak"
    r"|say|discuss|talk)"
    r"|(?:in|by way of) (?:short|conclusion|summary|closing|other words)|more (?:on (?:this"
    r"|that)|later"
    r"|to (?:come|follow))|read on|stay tuned|to be continued|watch this space|that brings (?:me"
    r"|us)"
    r"|so much for|i rest my case|enough said|first things first)\b",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"^\W*(?:(?:and|but|so|now|well|or|then)[\s,]+)*(?:(?:why|how|what|when|where|who"
    r"|which)\s(?:on earth\s)?(?:is|are"
    r"|was|were|do|does|did|can|could|should|would|will|has|have|had|shouldn[’']t|don[’']t"
    r"|isn[’']t|can[’']t)"
    r"|(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have)(?:n[’']t)?\s(?:it"
    r"|this|that|there"
    r"|you|we|he|she|they|i|anyone|anybody))\b",
    re.IGNORECASE,
)
POINTER = re.compile(r"(?:it|this|that) (?:is|was|were|has been)(?: \w+){1,2}$", re.IGNORECASE)
POINTING = re.compile(
    r"^\W*(?:(?:and|but|so|yet|now|well|or|then|still|perhaps|again)[\s,]+)*(?:it|this|that"
    r"|these|those|they|he|she|we|i|you|there"
    r"|everybody|everyone|nobody|no one|some|somebody|someone|many|most|others|people|something"
    r"|nothing|all|what|one)(?:[’']\w+)?\b",
    re.IGNORECASE,
)
HALF = re.compile(
    r"^\W*(?:as|so that|to [a-z]+|which|who|whose|or else|and to|than|whether"
    r"|although|though|when|while|where"
    r"|with|without|by|for|from|of|such as|including|like|unlike)\b",
    re.IGNORECASE,
)
PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:age|\.)?\s?)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\W*", re.IGNORECASE
)
SUBJECT_AND_VERB = re.compile(
    r"\b(?:i|you|we|they|he|she|it|who|that|everybody|nobody|people)\s(?:\w+ly\s)?[a-z]{2,}",
    re.IGNORECASE,
)
"""A pronoun and what is most likely its verb."""
NAME_INSIDE = re.compile(r"\w\s[A-Z]\w+")
FULL_STOP = re.compile(
    r"[.!?…:。！？؟।۔][\"”“’')\]*»«」]*(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]|</?\w{1,12}[^<>]{0,40}>|&\w{2,6};)*\s*$"
)
"""The end of a sentence, with the marks of its quotation, its footnotes and a web page behind it."""
PAGE_TAG = re.compile(r"</?[a-zA-Z]\w{0,11}(?:\s[^<>]{0,200})?/?>")
QUOTED_LINE = re.compile(r"[\"“„«'‘].*[\"”“»'’]", re.DOTALL)
ROW = re.compile(r"[^\t]+\t+[^\t]+\t|[^|]*[\w.%]\s?\|\s?[^|]+\|")
"""Cells of a table, or links in a row: parted by tabs or upright lines, twice at least."""
CELLS = re.compile(r"(?:\S+(?: \S+){0,3}\t+){2,}\S+(?: \S+){0,4}\s*\Z")
"""Cells of a few words each."""
FOOTNOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\^|[¹²³⁰⁴-⁹]+)\s*[^\W_]")
REFERENCE = re.compile(
    r"\W*(?:\d{1,3}\W{1,2})?[A-Z][\w’'-]+, (?:[A-Z]\.[ -]?){1,3}(?:(?:,|&|and|et al\.?)[^()]{1,120})?\s?"
    r"\(\d{4}[a-z]?\)\W*$"
    r"|[A-Z][\w ,&-]{2,60} \d{1,4}(?:\(\d{1,3}\))?,? ?\(\d{4}\)[:,;] ?[\w.]{1,9}(?:[-–]\w{1,9})?\W*$"
)
"""The authors and year that an entry in a list of works opens with."""
CREDIT = re.compile(r"[—–-]\s?[A-Z]")
POSTED = re.compile(r"(?<!\w)[#@]\w|https?://")
BULLET = re.compile(r"\s*(?:[•‣◦▪●∙⁃*·–—+-]|\(?\d{1,3}[.)/]|\(?[a-zA-Z]\))\s+")
SMALL = _words(
    "the|a|an|was|were|has|have|had|is|are|been|that|which|who|his|her|their|its|they|he|she|it"
    "|we|i|this|these"
)
"""Words that a headline drops and a sentence keeps."""

ONLY_SAYS = re.compile(
    r"(?=[a-z])([^,:;“”\"]{3,80})\s(?:says?|said|shows?|showed|shown|suggests?|suggested|indicates?|indicated"
    r"|reveals?|revealed|found)(?:\s(?:on|last|this|earlier|late|in|at)\s[\w\s]{1,24})?"
)
"""A clause inside its sentence that is only somebody and a verb of saying: "official figures show"."""

PUBLISHED = re.compile(r"\b(?:published|released|issued|compiled|collected|obtained|seen)\b")
MEASURED_ITEM = re.compile(
    r"\b(?:of|at|up|down|by|(?<!up )to|from|rose|fell)\s(?:about\s|nearly\s|almost\s|over\s)?"
    r"(?:[A-Z]{2,3}\$?|[$€£¥₹])?\s?\d[\d.,]*\s?"
    r"(?:%|(?:percent|per cent|bps|bp|basis points|million|billion|trillion|bn|mn|m|k)\b)"
)
"""An item of a list that tells a level or a change, with or without a verb: "Revenue of €3m, up 18%"."""
