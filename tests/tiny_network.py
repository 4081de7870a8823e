"""A network of three labels in a folder, small enough to stand in the source, for tests of what reads pairs."""

import base64
import json
import zlib

from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing

TINY = (
    "c-n1H!AiqG5bb8ub~Dg6tcdj>$l@s%@8Ut@L5O%!y!28MGw71+CUz$jd-C9i_^GB%5i!nThIwz8dGmz0_~dX3LrS"
    "v}A<(vNXsL52{Z+MgYIK{@E3V)SrYR9x(v@AB)D@B$<=>=^q5wRq=Io1ka0JW%r*$PgV^r{D-CKjWK{$lnI%r|(7"
    "g&?x_e}}suxo%<7Uig{UNkusJYe2D<6~o@8HfV0&b4v#L3=>@r0sijCx(KDEbc@nmxKS~st<+NUH$msq65Lgal93"
    "s2=5Qr%1Q*=gNu{j_JlAMV+p_|%eKibRL`Q`Om+<WFXap-g2|xcJi%ih2I1rzhAmCV"
)
"""ONNX, 399 bytes: logits are summed over tokens, out of a table of three columns; [CLS] gives 2 to the
third, "not" 9 to the second, "helps" 4 to the first."""

STRANGE = (
    "c-n1H!AiqG5Y1-Ob~D&Etcdj>l*Lmn-o=B)gAnnec<H4iX3!<s-Pqkw^yH^_@;gnFB4Rs-8Ros=&Eqk4@l9b41DE"
    "9$LMV0JxTP#C4_0Pv#qc(BuegFUm}JhOcGBpj%52Gr62VPoT^xe%%#3^yAC7@2pl)rruapR%w0&z3KM;<flY<uKL"
    "5Z~!^uDR!9J&Rl(a49Dd6CYF@BxeF86O)JPl1()bs?3VdF=xpIH}*`J2qf6B1vyLz4Z3i)h-lW_w)0Yiw_xzM#;u"
    ">%KU#|Yb#}B3ocIo#uLGWjW_`1B;Pc>5IYg=-pt{kHdb~gdsXri*yg~eFlK~@J?Ar;1mH#EAODM00{"
)
"""The same, with an input called position_ids."""

WIDE = (
    "c-nPP!AiqG5X~mrb~Dg6tcdj>$l@s%@1ANr2mwJ9FTI4s47wz{8@n5dp86Rc{Z!L7Vxe>n!_0fb%zMMw&36EoFmQ"
    "QMBZN{nt;=L-IbE8S6~p`7z2g$DV3IqB+DW4`mD`FFCFoslT^xe%%#8dHAI^X%2;9nWUnvp3X#3G3ej%K~b{%vur"
    "xi9%1P^Tu*RX9MFdF%=HgD2d5k6trzT$JM;wi8Su_>jpGp{?qsgwFM&e(v_h$K7F>7#c%=Ete%_P<`w_v`qCk!X}"
    "`jHJx(;XkmGnljRZi;Ml2MKEC_4iIosY?5AxgSQ>b6z9-8=TjIn!owZsGn!EFqVX?tsZPc"
)
"""The same with four columns."""

BROKEN = (
    "c-oy%!AiqG5Y1-Ob~Dg6tcdj>$l@s%@8YQ*3K1`gmtIO@23?Zfjok@FFJAl*KgCZoZ7K-8IWPnBW_a`F332tw;T#"
    "5(7d1kxZPU_9mtIC|xAAJY$ms>wZ~>E?2rX%6S0?wBWJX0dxu-OSklc)Yu@Fvx8Q`>WGBifTkJi7oi0=r;u%m+xm"
    "QjTbDSp@1a0$BxxU(pSwR_g&ReX<S`-BgzNv9wx#HQ57&w}oNj7ZzJ^i~W6PuRQ{om~gP_s4%TJrXP#&9|a65e9w"
    "yf}N~Pusygu`)f}E6ETtiT(V+Y>{1<Abg)yL!v0G+g|T2V?q{Lk^9X`u`~y9GUnl"
)
"""The same with a table of what is no number."""

WORDS = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "not": 3, "helps": 4}
NAMED = {"0": "ENTAILMENT", "1": "contradiction", "2": "neutral"}


def tokenizer():
    made = Tokenizer(WordLevel(WORDS, unk_token="[UNK]"))
    made.pre_tokenizer = Whitespace()
    made.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 1), ("[SEP]", 2)],
    )
    return made


def unpacked(text):
    return zlib.decompress(base64.b85decode(text))


def tiny_network(folder):
    """`folder` with the network in it, as a desk would hand it in."""
    folder.mkdir()
    (folder / "model.onnx").write_bytes(unpacked(TINY))
    (folder / "config.json").write_text(json.dumps({"id2label": NAMED}))
    tokenizer().save(str(folder / "tokenizer.json"))
    return folder
