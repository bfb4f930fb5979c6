"""The firm whose branch a name says it is."""

import pytest

from vendorscreen.name.branch import firm_of_branch


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("Alfa Romania S.R.L. Sucursala Cluj", "Alfa Romania S.R.L."),
        ("Alfa d.o.o. Ogranak Zagreb", "Alfa d.o.o."),
        ("Ogranak Alfa d.o.o.", "Alfa d.o.o."),
        ("Alfa SA succursale de Paris", "Alfa SA"),
        ("Alfa Sp. z o.o. Oddział w Krakowie", "Alfa Sp. z o.o."),
        ("Alfa GmbH - Zweigniederlassung Wien", "Alfa GmbH"),
        ("Zweigniederlassung Wien der Alfa GmbH", "Alfa GmbH"),
        ("Alfa AB, filial i Finland", "Alfa AB"),
        ("Alfa GmbH, Sucursal em Portugal", "Alfa GmbH"),
        ("Alfa Ltd., UK Branch", "Alfa Ltd."),
        ("Alfa Co., Ltd. (Germany Branch)", "Alfa Co., Ltd."),
        ("UAB Alfa filialas", "UAB Alfa"),
        ("Филиал ООО Альфа", "ООО Альфа"),
        ("ООО Альфа, представительство в Минске", "ООО Альфа"),
        ("Alfa S.r.l. stabile organizzazione", "Alfa S.r.l."),
        ("Alfa s.r.o. pobočka Praha", "Alfa s.r.o."),
        ("Alfa d.o.o. – filiala", "Alfa d.o.o."),
        ("شركة هواوي فرع", "شركة هواوي"),
        ("アルファ株式会社 大阪支店", "アルファ株式会社"),
        ("알파 주식회사 부산지점", "알파 주식회사"),
        ("阿尔法技术有限公司北京分公司", "阿尔法技术有限公司"),
    ],
)
def test_a_branch_is_the_firm_whose_full_name_stands_with_the_word(text: str, firm: str) -> None:
    place = firm_of_branch(text)
    assert place is not None
    assert text[slice(*place)] == firm


@pytest.mark.parametrize("text", ["Branch Energy Ltd", "Olive Branch Ltd", "Branch Banking", "Filiale", "分公司", ""])
def test_without_a_full_name_the_word_is_a_word(text: str) -> None:
    assert firm_of_branch(text) is None
