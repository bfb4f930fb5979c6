"""Raw texts and the names in them."""

import pytest

from vendorscreen.name import NamePart, read_names


def names(text: str) -> list[tuple[str, str]]:
    return [(part.text, part.role) for part in read_names(text)]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "Consortium “DAMCO ENERGY S.A. – XIAN ELECTRIC ENGINEERING Co, Ltd”",
            ["DAMCO ENERGY S.A.", "XIAN ELECTRIC ENGINEERING Co, Ltd"],
        ),
        ("Joint venture of Acme Ltd and Beta Inc", ["Acme Ltd", "Beta Inc"]),
        ("Groupement Colas - Eiffage", ["Colas", "Eiffage"]),
        ("ARGE Müller GmbH / Huber AG", ["Müller GmbH", "Huber AG"]),
        ("Bietergemeinschaft A. Huber GmbH und B. Maier KG", ["A. Huber GmbH", "B. Maier KG"]),
        ("UTE Sacyr - Ferrovial", ["Sacyr", "Ferrovial"]),
        ("Combinatie Van Oord / Boskalis", ["Van Oord", "Boskalis"]),
        ("Κοινοπραξία ΑΒΑΞ Α.Ε. – ΤΕΡΝΑ Α.Ε.", ["ΑΒΑΞ Α.Ε.", "ΤΕΡΝΑ Α.Ε."]),
        ("Sdružení Alfa s.r.o. + Beta a.s.", ["Alfa s.r.o.", "Beta a.s."]),
        ("Alfa AG in JV with Beta", ["Alfa AG", "Beta"]),
        ("Alfa in association with Beta", ["Alfa", "Beta"]),
        ("Alfa wraz z Beta", ["Alfa", "Beta"]),
        ("Skupni ponudnik: Alfa, v sodelovanju z Beta", ["Alfa", "Beta"]),
        ("华为技术与中兴通讯联合体", ["华为技术", "中兴通讯"]),
        ("华为技术和中兴通讯组成的联合体", ["华为技术", "中兴通讯"]),
        ("大成建設・清水建設共同企業体", ["大成建設", "清水建設"]),
        ("알파, 베타 컨소시엄", ["알파", "베타"]),
        ("DZZD Alfa - Beta", ["Alfa", "Beta"]),
        ("SWIETELSKY AG/PORR Bau GmbH", ["SWIETELSKY AG", "PORR Bau GmbH"]),
    ],
)
def test_the_members_of_a_consortium_are_names_of_their_own(text: str, members: list[str]) -> None:
    assert set(members) <= {name for name, _ in names(text)}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Alfa GmbH & Beta G.m.b.H.", ["Alfa GmbH", "Beta G.m.b.H."]),
        ("Alfa S.A. and Beta S. A.", ["Alfa S.A.", "Beta S. A."]),
        ("Alfa (Ltd) + Beta (Ltd)", ["Alfa (Ltd)", "Beta (Ltd)"]),
        ("Alfa GmbH & Co. KG und Beta AG", ["Alfa GmbH & Co. KG", "Beta AG"]),
        ("OOO Alfa & OOO Beta", ["OOO Alfa", "OOO Beta"]),
        ("SA-Alfa GmbH & SA-Beta Bau", ["SA-Alfa GmbH", "SA-Beta Bau"]),
    ],
)
def test_names_with_a_legal_form_each_are_parted_however_the_form_is_written(text: str, members: list[str]) -> None:
    assert names(text) == [(member, "member") for member in members]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Konsorcjum firm: Budimex S.A. (lider), Strabag Sp. z o.o. (partner)",
            [("Budimex S.A.", "lead"), ("Strabag Sp. z o.o.", "partner")],
        ),
        ("ATI ICM S.p.A. (mandataria) — ITINERA S.p.A.", [("ICM S.p.A.", "lead"), ("ITINERA S.p.A.", "member")]),
        (
            "RTI: Alfa S.p.A. (mandataria) - Beta S.r.l. (mandante)",
            [("Alfa S.p.A.", "lead"), ("Beta S.r.l.", "partner")],
        ),
    ],
)
def test_a_member_keeps_its_role(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("WCL UK Ltd t/a Everything ICT", ("Everything ICT", "trading_name")),
        ("Topcoat Ltd T/A TCL Group", ("TCL Group", "trading_name")),
        ("InsTech Netherlands B.V. (formerly Nuctech Netherlands B.V.)", ("Nuctech Netherlands B.V.", "former_name")),
        ("Acme Ltd c/o Huawei Technologies", ("Huawei Technologies", "care_of")),
        ("Acme Ltd a/k/a Beta Trading", ("Beta Trading", "also_known_as")),
        ("Müller GmbH, vormals Huber GmbH", ("Huber GmbH", "former_name")),
        ("Acme Ltd ( trading as: Beta )", ("Beta", "trading_name")),
    ],
)
def test_what_stands_beside_a_name_is_read_with_its_role(text: str, second: tuple[str, str]) -> None:
    assert names(text)[1] == second


@pytest.mark.parametrize(
    "text",
    [
        "Müller und Söhne GmbH",
        "Marks & Spencer plc",
        "Johnson & Johnson",
        "Vestas A/S",
        "Saint-Gobain",
        "Alfa Laval - Aalborg",
    ],
)
def test_a_name_that_only_looks_like_two_stays_whole(text: str) -> None:
    assert names(text) == [(text, "name")]


@pytest.mark.parametrize(
    "text", ["\tHuawei Technologies", '## "Huawei Technologies"', "« Huawei Technologies »", "Huawei Technologies,"]
)
def test_decoration_is_left_out(text: str) -> None:
    assert names(text) == [("Huawei Technologies", "name")]


def test_a_part_says_where_it_stands() -> None:
    text = "ARGE Müller GmbH / Huber AG"
    assert all(text[part.start : part.end] == part.text for part in read_names(text))
    assert read_names(text)[0] == NamePart("Müller GmbH", "member", 5, 16)


@pytest.mark.parametrize("text", ["", " ", "\t\n", "...", "–", "()", '""'])
def test_a_text_without_a_name_has_none_or_itself(text: str) -> None:
    assert all(part.text.strip() for part in read_names(text))


def test_no_more_than_the_first_thousand_characters_are_read() -> None:
    assert read_names("ARGE " + "Müller GmbH / " * 10_000) == read_names(("ARGE " + "Müller GmbH / " * 10_000)[:1000])


def test_many_blanks_before_what_stands_beside_a_name_cost_no_more_than_a_few() -> None:
    assert names("Acme Ltd" + " " * 900 + "t/a Beta") == [("Acme Ltd", "name"), ("Beta", "trading_name")]


@pytest.mark.parametrize(
    "text",
    [
        "konzorcij Alfa d.o.o. - Beta Air",
        "Zajednica ponuditelja Alfa d.o.o. i Beta Air",
        "Työyhteenliittymä Alfa Oy ja Beta Air",
        "Közös ajánlattevők: Alfa Kft., Beta Air",
        "Skupina dodávateľov: Alfa s.r.o. a Beta Air",
        "Sdružení Alfa a.s. a Beta Air",
        "BG Alfa GmbH / Beta Air",
        "Jungtinė veikla: UAB Alfa ir Beta Air",
        "Alfa A.Ş. - Beta Air İŞ ORTAKLIĞI",
        "Alfa SL - Beta Air UTE",
        "Alfa Ltd and Beta Air Joint Venture",
        "Alfa Sp. z o.o. w konsorcjum z Beta Air",
        "Konsorcjum firm: 1) Alfa sp. z o.o. 2) Beta Air",
        "1. Alfa GmbH; 2. Beta Air",
        "a) Alfa Ltd b) Beta Air",
    ],
)
def test_a_consortium_is_recognised_by_words_of_many_languages_in_any_place_and_by_numbers(text: str) -> None:
    assert "Beta Air" in [name for name, role in names(text) if role == "member"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Beta Air – lider konsorcjum", [("Beta Air", "lead")]),
        ("Lider konsorcjum – Beta Air", [("Beta Air", "lead")]),
        ("Lider: Alfa Sp. z o.o. Partner: Beta Air", [("Alfa Sp. z o.o.", "lead"), ("Beta Air", "partner")]),
        ("Mandataire: Alfa SARL, cotraitant: Beta Air", [("Alfa SARL", "lead"), ("Beta Air", "partner")]),
        ("Alfa SARL (mandataire) / Beta Air (cotraitant)", [("Alfa SARL", "lead"), ("Beta Air", "partner")]),
        ("Beta Air, mandataria, Alfa Srl, mandante", [("Beta Air", "lead"), ("Alfa Srl", "partner")]),
        ("1. Lider: Alfa SA 2. Partner: Beta Air", [("Alfa SA", "lead"), ("Beta Air", "partner")]),
    ],
)
def test_a_role_stands_before_or_behind_a_name_in_brackets_or_not(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TV Rheinland GmbH",
        "TV Globo",
        "BG Bau",
        "BG Group plc",
        "JV Intelligence GmbH",
        "Ace Technology Corp.",
        "Rödl & Partner: Steuerberater",
        "1. FC Köln GmbH",
        "Ex Libris Ltd",
        "Amex Ex-Works Ltd",
        "Global ex-US Equity Fund",
        "Branch Energy Ltd",
        "Olive Branch Ltd",
        "Marks & Spencer JV",
    ],
)
def test_a_name_that_holds_such_a_word_stays_whole(text: str) -> None:
    assert names(text) == [(text, "name")]


def test_a_name_after_the_word_for_a_consortium_is_read_with_it_too() -> None:
    assert names("Consorzio Alfa") == [("Consorzio Alfa", "name"), ("Alfa", "member")]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Alfa Ltd (ex Beta Air)", ("Beta Air", "former_name")),
        ("Alfa Srl ex Beta Srl", ("Beta Srl", "former_name")),
        ("Alfa ex-Beta Air", ("Beta Air", "former_name")),
        ("Alfa GmbH – früher Beta Air", ("Beta Air", "former_name")),
        ("Alfa on behalf of Beta Air", ("Beta Air", "agent_for")),
        ("Alfa Ltd as agent for Beta Air", ("Beta Air", "agent_for")),
        ("Alfa SARL au nom de Beta Air", ("Beta Air", "agent_for")),
        ("Alfa GmbH im Auftrag von Beta Air", ("Beta Air", "agent_for")),
        ("Alfa sp. z o.o. w imieniu Beta Air", ("Beta Air", "agent_for")),
        ("Alfa Ltd (part of the Beta Air group)", ("Beta Air group", "group")),
        ("Alfa Ltd, a Beta Air company", ("Beta Air company", "group")),
    ],
)
def test_a_former_name_and_whom_a_firm_acts_for_or_belongs_to_are_read(text: str, second: tuple[str, str]) -> None:
    assert names(text)[1] == second


def test_who_follows_a_former_name_in_brackets_is_a_member() -> None:
    assert names("RTI: Alfa Srl (ex Beta Srl) - Gamma Air")[-1] == ("Gamma Air", "member")
