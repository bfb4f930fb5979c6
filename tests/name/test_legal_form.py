"""Legal forms of all registers: none counts as a name, translations agree, true differences cost."""

import random
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vendorscreen.name import MATCH_THRESHOLD, NameIndex, comparable, compare_names
from vendorscreen.name.background import information

FULL_FORMS = [
    "ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ",
    "Приватне акціонерне товариство",
    "ДЕРЖАВНЕ ПІДПРИЄМСТВО",
    "TOVARYSTVO Z OBMEZHENOYU VIDPOVIDALNISTYU",
    "TOVARYSTVO Z OBMEZHENOIU VIDPOVIDALNISTIU",
    "ТАВАРЫСТВА З АБМЕЖАВАНАЙ АДКАЗНАСЦЮ",
    "Общество с ограниченной ответственностью",
    "Общества с ограниченной ответственностью",
    "OBSHCHESTVO S OGRANICHENNOI OTVETSTVENNOSTIU",
    "OBSCHESTVO S OGRANICHENNOJ OTVETSTVENNOSTJU",
    "Публичное акционерное общество",
    "Publichnoe AO",
    "Жауапкершілігі шектеулі серіктестігі",
    "Акционерлік қоғамы",
    "Жоопкерчилиги чектелген коому",
    "Ҷамъияти дорои масъулияташ маҳдуд",
    "mas'uliyati cheklangan jamiyati",
    "Məhdud Məsuliyyətli Cəmiyyəti",
    "შეზღუდული პასუხისმგებლობის საზოგადოება",
    "Սահմանափակ պատասխանատվությամբ ընկերություն",
    "Societate cu răspundere limitată",
    "Еднолично дружество с ограничена отговорност",
    "Друштво са ограниченом одговорношћу",
    "Društvo s ograničenom odgovornošću",
    "Shoqëri me Përgjegjësi të Kufizuar",
    "Εταιρεία Περιορισμένης Ευθύνης",
    "Ιδιωτική Κεφαλαιουχική Εταιρεία",
    "ANONİM ŞİRKETİ",
    "CÔNG TY TNHH MỘT THÀNH VIÊN",
    "CÔNG TY CỔ PHẦN",
    "Perseroan Terbatas",
    "Sendirian Berhad",
    "شركة ذات مسؤولية محدودة",
    "شركة مساهمة",
    "شرکت سهامی خاص",
    "प्राइवेट लिमिटेड",
    "প্রাইভেট লিমিটেড",
    "Хязгаарлагдмал хариуцлагатай компани",
    "SOCIEDAD ANONIMA CERRADA",
    "Compañía Anónima",
    "Sociedad Anónima Promotora de Inversión de Capital Variable",
    "Empresa Individual de Responsabilidad Limitada",
    "Sociedade Unipessoal por Quotas",
    "Société à responsabilité limitée unipersonnelle",
    "Società a responsabilità limitata unipersonale",
    "Korlátolt felelősségű társaság",
    "Společnost s ručením omezeným",
    "Spółka z ograniczoną odpowiedzialnością",
    "Sabiedrība ar ierobežotu atbildību",
    "Uždaroji akcinė bendrovė",
    "Eiendoms Beperk",
    "የግል ኃላፊነቱ የተወሰነ የግል ማህበር",
]
SHORT_FORMS = [
    *("ТОВ", "АТ", "ПрАТ", "ПП", "ДП", "ФОП", "ТАА", "УП", "ИП", "ЖШС", "АҚ", "ЖЧК", "ҶДММ", "МЧЖ", "შპს", "სს", "ՍՊԸ"),
    *("ՓԲԸ", "ХХК", "OÜ", "ذ.م.م", "ش.م.ك", "ش. م. ل.", 'בע"מ', "בע״מ", "ДООЕЛ", "ЕООД", "MChJ", "Ltd. Şti.", "Tbk"),
    *("L.L.C.", "Pty Ltd", "Sdn Bhd", "S.A.P.I. de C.V.", "S. de R.L. de C.V.", "（株）", "有限会社", "股份有限公司"),
    *("有限责任公司", "(주)", "유한회사", "จำกัด (มหาชน)", "ຈຳກັດ", "ក្រុមហ៊ុន", "合同会社"),
]
TRANSLATIONS = [
    ("株式会社ソラネ", "ソラネ Co., Ltd."),
    ("株式会社ソラネ", "ソラネ Corporation"),
    ("ソラネ 합자회사", "ソラネ 合資会社"),
    ("주식회사 Sorane", "Sorane Inc."),
    ("Sorane 股份有限公司", "Sorane Corp."),
    ("Sorane 有限公司", "Sorane Co., Ltd."),
    ("Sorane GmbH", "Sorane Limited"),
    ("Sorane GmbH", "Sorane LLC"),
    ("АО Соране", "Sorane JSC"),
    ("ТОВ Соране", "Sorane LLC"),
    ("ТОО Соране", "Sorane Limited Liability Partnership"),
    ("Sorane S.A.", "Sorane Inc."),
    ("Sorane S.A.", "Sorane Public Limited Company"),
    ("Sorane AG", "Sorane Limited"),
    ("PT Sorane", "Sorane Inc."),
    ("CÔNG TY CỔ PHẦN Sorane", "Sorane Joint Stock Company"),
    ("شركة Sorane ذ.م.م", "Sorane W.L.L."),
    ("Sorane S.A.C.", "SORANE SOCIEDAD ANONIMA CERRADA"),
]
DIFFERENT = [
    ("Sorane GmbH", "Sorane AG"),
    ("Sorane SARL", "Sorane S.A."),
    ("ООО Соране", "АО Соране"),
    ("Sorane Ltd", "Sorane plc"),
    ("Sorane LLC", "Sorane Inc."),
    ("Sorane s.r.o.", "Sorane a.s."),
    ("Sorane Sp. z o.o.", "Sorane Spółka Akcyjna"),
]
INVENTED = st.text("bdfgklmnprstvzaeiou", min_size=4, max_size=8).map("zqor".__add__)


def spellings() -> list[str]:
    lines = files("vendorscreen.name").joinpath("data/legal_forms.tsv").read_text(encoding="ascii").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("form", FULL_FORMS)
@pytest.mark.parametrize("name", ["{form} «Zorvanel»", "Zorvanel {form}", 'Zorvanel, "{form}"'])
def test_no_word_of_a_full_form_is_a_word_of_the_name(form: str, name: str) -> None:
    assert comparable(name.format(form=form)).words == ("zorvanel",)
    assert comparable(name.format(form=form.upper())).words == ("zorvanel",)


@pytest.mark.parametrize("form", SHORT_FORMS)
def test_a_short_form_in_its_script_is_none_either(form: str) -> None:
    assert comparable(f"Zorvanel {form}").words == ("zorvanel",)


@pytest.mark.parametrize(
    "form", ["ТОВ", "АТ", "ПП", "ДП", "ИП", "ЖШС", "შპს", "სს", "ՍՊԸ", "ՓԲԸ", "OÜ", "PT", "CV", "Công ty TNHH", "บริษัท"]
)
def test_a_short_form_that_leads_a_name_is_none_either(form: str) -> None:
    assert comparable(f"{form} Zorvanel").words == ("zorvanel",)


def test_the_romanian_mark_of_a_company_is_none_where_its_form_follows() -> None:
    assert comparable("S.C. ZORVANEL S.R.L.").words == ("zorvanel",)
    assert comparable("SC Zorvanel").words == ("sc", "zorvanel")


def test_a_latin_name_behind_a_cyrillic_form_stays_itself() -> None:
    assert comparable("ТОВ Huawei").words == ("huawei",)
    assert comparable("ТОВ МОСТ").words == ("most",)


@pytest.mark.parametrize(("a", "b"), TRANSLATIONS)
def test_translations_of_a_form_do_not_conflict(a: str, b: str) -> None:
    assert compare_names(a, b).similarity >= 0.99


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_forms_of_one_country_conflict(a: str, b: str) -> None:
    assert compare_names(a, b).similarity < 0.9


def test_every_spelling_in_the_table_leaves_the_name_alone() -> None:
    at_end = [spelling for spelling in spellings() if comparable(f"zorvanel {spelling}").words != ("zorvanel",)]
    in_front = [
        spelling
        for spelling in spellings()
        if " " in spelling and comparable(f"{spelling} zorvanel").words != ("zorvanel",)
    ]
    assert (at_end, in_front) == ([], [])


@given(st.sampled_from(spellings()), INVENTED, INVENTED)
def test_two_names_of_one_form_share_only_what_their_own_words_share(form: str, one: str, other: str) -> None:
    alone = compare_names(one, other)
    dressed = compare_names(f"{one} {form}", f"{other} {form}")
    assert (dressed.similarity, dressed.bits) == (alone.similarity, alone.bits)


@pytest.mark.parametrize("form", FULL_FORMS)
def test_a_listed_name_with_its_form_in_full_is_no_bait_for_others(form: str) -> None:
    index = NameIndex([("listed", f"{form} 'Quimbrust'")])
    assert index.search([f'{form} "Zorvanel"', form], at_least=MATCH_THRESHOLD) == [[], []]
    assert index.search(["Quimbrust"])[0][0].key == "listed"


def test_the_words_of_a_form_misspelt_beyond_knowing_say_little() -> None:
    assert all(
        information(word) <= 4 for word in ("vidpovidalnistyu", "obmezhenoiu", "pasukhismgeblobis", "raspundere")
    )
    a, b = ("Tovarystvo obmezhenoyu z vidpovidalnistyu " + name for name in ("Zorvanel", "Quimbrust"))
    assert compare_names(a, b).similarity < MATCH_THRESHOLD


def test_a_form_misspelt_by_a_letter_leaves_the_names_the_same() -> None:
    rng = random.Random(3)
    for form in FULL_FORMS[:8]:
        place = rng.randrange(3, len(form) - 3)
        slip = form[:place] + form[place + 1 :]
        assert compare_names(f"{form} Zorvanelka", f"{slip} Zorvanelka").similarity >= MATCH_THRESHOLD, slip


@pytest.mark.parametrize("form", ["ТОВАРИСТВО З ОБМЕЖЕНОЮ ВІДПОВІДАЛЬНІСТЮ", "ТОВ", "株式会社", "Société Anonyme"])
def test_a_supplier_named_by_a_form_alone_is_like_no_listed_name(form: str) -> None:
    index = NameIndex([("a", f"{form} Zorvanel"), ("b", "Zorvanel Ltd"), ("c", "Anonymous Society of Zorvanel")])
    assert index.search([form]) == [[]]


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("Zorvanel İnşaat Sanayi ve Ticaret Limited Şirketi", "ZORVANEL İNŞ. SAN. TİC. LTD. ŞTİ."),
        ("Zorvanel İthalat İhracat Anonim Şirketi", "Zorvanel İth. İhr. A.Ş."),
        ("Zorvanel Taahhüt Mühendislik Ltd. Şti.", "Zorvanel Taah. Müh. Ltd. Şti."),
        ("Zorvanel Kereskedelmi és Szolgáltató Kft.", "Zorvanel Ker. és Szolg. Kft."),
        ("Construcciones Zorvanel Hermanos S.A.", "Constr. Zorvanel Hnos. S.A."),
        ("Fratelli Zorvanel Costruzioni S.r.l.", "Flli Zorvanel Costr. S.r.l."),
    ],
)
def test_usual_short_forms_of_trade_words_are_read_in_other_languages(written: str, short: str) -> None:
    assert compare_names(written, short).similarity >= 0.85
