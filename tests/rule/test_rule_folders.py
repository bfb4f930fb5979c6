"""Rule files: whole, or refused at the exact place with a helpful sentence."""

from pathlib import Path

import pytest

from tests.rule.rules import REFERENCE, problems, read, rule, write
from vendorscreen.errors import RuleError
from vendorscreen.rule import failing_examples, read_rules


def test_a_whole_rule_is_read(tmp_path: Path) -> None:
    rules = read(tmp_path, rule())
    assert [one.id for one in rules.rules] == ["example"]
    assert failing_examples(rules.rules[0]) == []


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (
            {"condition": {"buyer.contry": {"equals": "FR"}}},
            "condition.buyer.contry: unknown fact 'buyer.contry', did you mean 'buyer.country'?",
        ),
        ({"condition": {"party.country": {"equal": "FR"}}}, "unknown operator 'equal', did you mean 'equals'?"),
        ({"condition": {"party.country": {"at_least": 3}}}, "'at_least' does not fit country, which is a country"),
        ({"condition": {"party.country": {"equals": "France"}}}, "'France' is no country, write its two letters"),
        ({"condition": {"party.country": {"within": "eu"}}}, "unknown country group 'eu'"),
        (
            {"condition": {"party.role": {"equals": "tendrer"}}},
            "'tendrer' is no value of role, did you mean 'tenderer'?",
        ),
        ({"condition": {"tender.text": {"mentions": "war"}}}, "unknown lexicon 'war'"),
        ({"condition": {"tender.value_in_eur": {"at_least": "5m"}}}, "write a number (EUR)"),
        ({"condition": {"tender.launched": {"before": "2026"}}}, "is not a full date"),
        ({"condition": {"site.sensitive": {"equals": "yes"}}}, "sensitive is yes or no, write true or false"),
        ({"condition": {"some items": {"cpv": {"under": ["38"]}}}}, "unknown collection 'items', did you mean 'item'?"),
        ({"condition": {"some item": {"cpv": {"under": ["9"]}}}}, "write a list of leading CPV digits"),
        ({"condition": {"party.match": {"equals": 1}}}, "'party.match' is a collection, write 'some party.match: ...'"),
        (
            {"condition": {"match.certainty": {"at_least": "probable"}}},
            "there is no one match here: write 'some party: {",
        ),
        ({"condition": {"count item": {"where": {}}}}, "count takes at_least or at_most with a whole number"),
        ({"condition": {"all": {"party.country": {"equals": "FR"}}}}, "all takes a list of conditions"),
        ({"condition": ["party.country"]}, "write a condition"),
        ({"condition": {"party.owned_share": {"from": "RU"}}}, "write whose share and how much"),
        ({"condition": {"party.country": {"equals": "FR", "in": ["DE"]}}}, "write exactly one operator here"),
        ({"bound": {"party.country": {"equals": "FR"}}}, "bound.party.country: there is no one party here"),
        ({"message": "{party.nam}"}, "message: unknown fact 'party.nam' in braces, did you mean 'party.name'?"),
        (
            {"questions": {"party.contry": "Where?"}},
            "questions.party.contry: no condition of this rule reads 'party.contry', did you mean 'party.country'?",
        ),
        ({"effect": "forbids"}, "effect: 'forbids' is not known here"),
        (
            {"effect": "prohibits", "references": [REFERENCE | {"read": "secondary"}]},
            "a rule prohibits or requires exclusion only where a reference was read in its own text",
        ),
        ({"effect": "requires_inquiry", "references": []}, "a rule that requires inquiry needs a reference to its law"),
        ({"context": True}, "context carries no weight"),
        ({"tests": []}, "a rule needs at least one test that expects 'finding'"),
        ({"tests": None}, "tests: missing, it is required here"),
        ({"weight": 101}, "weight: must be less than or equal to 100"),
        ({"title": "x" * 61}, "title: "),
        ({"id": "Example!"}, "'Example!' is no id"),
        ({"severity": "high"}, "severity: unknown key"),
        (
            {"in_force": [{"from": "2022-04-09", "to": "2022-04-09"}]},
            "in_force[0]: the period ends on 2022-04-09, no later than it begins",
        ),
        (
            {"in_force": [{"from": "2022-04-09"}, {"from": "2023-01-01"}]},
            "in_force: the period from 2023-01-01 begins before the one above it has ended",
        ),
        ({"condition": {"count item": {"at_least": 0}}}, "this count always or never holds"),
        ({"condition": {"count item": {"at_least": 3, "at_most": 2}}}, "this count always or never holds"),
        (
            {"condition": {"some party": {"some match": {"some listing": {"some item": {"cpv": {"stated": True}}}}}}},
            "more than 3 quantifiers inside each other",
        ),
        (
            {"condition": {"all": [{"party.country": {"equals": "FR"}}, {"party.country": {"equals": "JP"}}]}},
            "condition.all[1]: unreachable: a condition above it in 'all' decides it already",
        ),
        (
            {"condition": {"any": [{"party.country": {"equals": "FR"}}, {"not": {"party.country": {"equals": "FR"}}}]}},
            "condition.any[1]: unreachable",
        ),
        ({"references": [REFERENCE | {"url": "www.example.org"}]}, "is no web address, it begins with https://"),
        ({"in_force": [{"from": "2022-04"}]}, "in_force[0].from: '2022-04' is not a full date"),
        (
            {
                "tests": [
                    {"name": "a", "as_of": "2026-11-21", "facts": {"parties": [{"contry": "FR"}]}, "expect": "finding"}
                ]
            },
            "tests[0].facts.parties[0].contry: unknown fact 'contry' of the party, did you mean 'country'?",
        ),
        (
            {"tests": [{"name": "a", "as_of": "2026-11-21", "facts": {}, "expect": "finding"}]},
            "a test of this rule states exactly one party, write parties: [{...}]",
        ),
    ],
)
def test_each_mistake_of_a_rule_is_told_at_its_place(tmp_path: Path, changes: dict[str, object], wanted: str) -> None:
    found = problems(tmp_path, rule(**changes))
    assert any(wanted in problem for problem in found), found
    assert all(problem.count(":") >= 3 for problem in found)


def test_two_rules_with_one_id_are_refused(tmp_path: Path) -> None:
    assert "rule id 'example' is taken by" in "\n".join(problems(tmp_path, rule(), rule(title="Another")))


def test_two_rules_with_one_title_are_refused(tmp_path: Path) -> None:
    assert "title 'Example' is also that of 'example'" in "\n".join(problems(tmp_path, rule(), rule(id="other")))


def test_a_rule_is_named_as_its_file(tmp_path: Path) -> None:
    folder = write(tmp_path, rule())
    (folder / "theme0/example.yaml").rename(folder / "theme0/renamed.yaml")
    with pytest.raises(RuleError, match="the id is the file's name, 'renamed'"):
        read_rules(folder)


def test_all_mistakes_of_all_rules_come_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, rule(effect="forbids"), rule(id="second", title="Second", weight=-1, severity="high"))
    assert len(found) == 3


def test_mistakes_in_keys_and_in_conditions_come_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, rule(effect="forbids", condition={"party.contry": {"equals": "FR"}}))
    assert len(found) == 2


def test_a_file_that_would_be_passed_over_is_an_error(tmp_path: Path) -> None:
    folder = write(tmp_path, rule())
    (folder / "more.yml").write_text("id: more", encoding="utf-8")
    with pytest.raises(RuleError, match=r"more.yml: is not read: its name must end in .yaml"):
        read_rules(folder)


@pytest.mark.parametrize(
    ("members", "wanted"),
    [
        ("{country: GB, from: 2020-02-01, to: 1973-01-01}", "the period ends on 1973-01-01, no later than it begins"),
        ("{country: GB, from: 1973-01-01}, {country: GB, from: 2020-02-01}", "GB: the period from 2020-02-01 begins"),
    ],
)
def test_periods_of_a_country_follow_each_other(tmp_path: Path, members: str, wanted: str) -> None:
    (tmp_path / "groups").mkdir()
    reference = "{title: T, url: 'https://x.example', locator: p, checked: 2026-11-21, read: official_page}"
    text = f"id: club\ntitle: Club\nmembers: [{members}]\nreferences: [{reference}]\n"
    (tmp_path / "groups/club.yaml").write_text(text, encoding="utf-8")
    assert any(wanted in problem for problem in problems(tmp_path, rule()))


def test_an_empty_or_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="holds no rule files"):
        read_rules(tmp_path)
    with pytest.raises(RuleError, match="is no folder of rule files"):
        read_rules(tmp_path / "none")


def test_a_rule_that_cannot_be_read_is_an_error_never_skipped(tmp_path: Path) -> None:
    folder = write(tmp_path, rule())
    (folder / "broken.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(RuleError, match="this is not YAML"):
        read_rules(folder)


def test_the_digest_depends_on_what_the_rules_say_and_not_on_where_they_lie(tmp_path: Path) -> None:
    here, there, other = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    assert read(here, rule()).digest == read(there, rule()).digest
    assert read(here, rule()).digest != read(other, rule(weight=11)).digest


def test_a_country_group_is_dated(tmp_path: Path) -> None:
    groups = tmp_path / "groups"
    groups.mkdir()
    (groups / "club.yaml").write_text(
        "id: club\ntitle: Club\nmembers: [{country: GB, from: 1973-01-01, to: 2020-02-01}]\n"
        "references: [{title: T, url: 'https://x.example', locator: p, checked: 2026-11-21, read: official_page}]\n",
        encoding="utf-8",
    )
    tests = [
        {"name": "in", "as_of": "2020-01-31", "facts": {"parties": [{"country": "GB"}]}, "expect": "finding"},
        {"name": "out", "as_of": "2020-02-01", "facts": {"parties": [{"country": "GB"}]}, "expect": "clear"},
    ]
    rules = read(tmp_path, rule(condition={"party.country": {"within": "club"}}, tests=tests))
    assert failing_examples(rules.rules[0]) == []


def test_a_test_that_does_not_come_out_is_found(tmp_path: Path) -> None:
    tests = [
        {"name": "wrong", "as_of": "2026-11-21", "facts": {"parties": [{"country": "DE"}]}, "expect": "finding"},
        {"name": "no", "as_of": "2026-11-21", "facts": {"parties": [{"country": "DE"}]}, "expect": "clear"},
    ]
    failing = failing_examples(read(tmp_path, rule(tests=tests)).rules[0])
    assert [example.name for example, _ in failing] == ["wrong"]
