"""What each example must show, whatever the wording."""

from tests.golden.conftest import Check
from vendorscreen.report import Report


def found(report: Report) -> dict[str, list[str]]:
    """Return the entries each rule's findings rest on."""
    result: dict[str, list[str]] = {}
    for finding in report.findings:
        result.setdefault(finding.rule, []).extend(listing.id for listing in finding.listings)
    return result


def effects(report: Report, rule: str) -> set[str]:
    return {finding.effect for finding in report.findings if finding.rule == rule}


def later(report: Report) -> set[str]:
    return {entry.listing for entry in report.later}


def told(report: Report) -> set[str]:
    return {listing.id for finding in report.findings for listing in finding.listings}


def kinds(report: Report) -> set[str]:
    return {listing.kind for finding in report.findings for listing in finding.listings}


def open_questions(report: Report) -> set[str]:
    return {unknown.fact for unknown in report.unknown}


def dates_of(report: Report, vendor: str, kind: str) -> set[str | None]:
    return {
        listing.start_date
        for finding in report.findings
        for listing in finding.listings
        if listing.id.startswith(f"{vendor}/") and listing.kind == kind
    }


def test_lithuanian_airports_in_february_2021(check: Check) -> None:
    report = check("lithuanian-airports", "2021-02-16")
    nuctech = next(match for match in report.matches if match.vendor == "nuctech")
    assert nuctech.relation == "affiliate"
    assert "is a subsidiary of Nuctech Company Limited" in nuctech.statement
    assert "not itself listed" in nuctech.statement
    assert effects(report, "us-entity-list") == {"signals"}
    assert dates_of(report, "nuctech", "export_control") == {"2020-12-18"}
    entity_list = next(finding for finding in report.findings if finding.rule == "us-entity-list")
    assert "maintenance" in entity_list.remediation
    assert "licence" in entity_list.remediation
    assert dates_of(report, "nuctech", "purchase_abandoned") == {"2020-11-18"}
    assert dates_of(report, "nuctech", "pending_action") == {"2021-01"}
    assert "data.access_place" in open_questions(report)
    for kind in ("deal_blocked", "clearance", "members_letter"):
        assert kind not in kinds(report)
    assert {(entry.date, entry.jurisdiction) for entry in report.later} >= {
        ("2021-02-17", "LT"),
        ("2021-08-12", "LT"),
        ("2022", "EU"),
    }


def test_lithuanian_airports_in_june_2019(check: Check) -> None:
    report = check("lithuanian-airports", "2019-06-01")
    assert "export_control" not in kinds(report)
    assert any(entry.listing.startswith("nuctech/") and entry.date == "2020-12-22" for entry in report.later)


def test_val_doise_before_and_after_the_suspension(check: Check) -> None:
    before, after = check("val-doise", "2020-06-15"), check("val-doise", "2021-01-15")
    for report in (before, after):
        assert effects(report, "us-entity-list") == {"signals"}
        assert {"data.access_place", "data.storage_place"} <= open_questions(report)
    assert not {"suspension", "commercial_termination"} & kinds(before)
    context = {listing.kind for finding in after.findings if finding.context for listing in finding.listings}
    assert {"suspension", "commercial_termination"} <= context
    assert "purchase-ended-elsewhere" not in {
        finding.rule
        for finding in after.findings
        for listing in finding.listings
        if listing.kind == "suspension" and not finding.context
    }


def test_minjiang_smart_campus(check: Check) -> None:
    first, second = check("minjiang-smart-campus", "2022-07-15"), check("minjiang-smart-campus", "2023-12-01")
    for report in (first, second):
        assert "watching-groups" in found(report)
        assert effects(report, "us-entity-list") == {"signals"}
    assert not any("Minjiang" in listing.authority for finding in first.findings for listing in finding.listings)
    reported = [
        listing
        for finding in second.findings
        if finding.context
        for listing in finding.listings
        if "Minjiang" in listing.authority
    ]
    assert reported
    assert any(response for listing in reported for response in listing.responses)


def test_a_town_buys_cameras_of_a_listed_groups_brand(check: Check) -> None:
    report = check("town-cameras", "2026-11-21")
    match = next(match for match in report.matches if match.vendor == "hikvision")
    assert (match.relation, match.basis, match.listed_name) == ("brand", "stated_brand", "HiLook")
    finding = next(finding for finding in report.findings if finding.rule == "brand-of-listed-group")
    assert "the brand of a listed group" in finding.message
    assert report.established == "suggests_inquiry"


def test_a_us_agency_buys_dahua_cameras(check: Check) -> None:
    report = check("us-federal-cameras", "2026-11-21")
    assert report.established == "prohibits"
    finding = next(finding for finding in report.findings if finding.rule == "us-889-video-surveillance")
    assert finding.effect == "prohibits"
    assert any("(f)(3)(B)" in reference.locator for reference in finding.references)
    assert "government-building" in finding.message
    assert any("site.security_purpose" in evidence.fact for evidence in finding.evidence)
    assert "party.uses_covered_equipment" in open_questions(report)
    assert next(result for result in report.results if result.role == "tenderer").established == "prohibits"


def test_a_french_buyer_and_a_bidder_owned_from_russia(check: Check) -> None:
    report = check("french-art-5k", "2023-01-15")
    assert report.established == "prohibits"
    finding = next(finding for finding in report.findings if finding.rule == "eu-833-5k")
    assert "Russia 60%" in finding.message
    assert "established in France" in finding.message


def test_a_clean_supplier_is_not_called_clean(check: Check) -> None:
    report = check("clean-supplier", "2026-11-21")
    assert report.established == "no_finding"
    assert report.findings == []
    assert [one.id for one in report.lists if not one.screened]


def test_false_friends_are_not_tied_above_possible(check: Check) -> None:
    report = check("false-friends", "2026-11-21")
    assert {match.certainty for match in report.matches} <= {"possible"}


def test_a_title_alone_leaves_everything_open(check: Check) -> None:
    report = check("title-only", "2026-11-21")
    assert report.established == "no_finding"
    assert report.possible == "prohibits"
    assert "buyer.country" in open_questions(report)
    assert report.tender.buyer.country is None


def test_strasbourg_knows_what_was_known_then(check: Check) -> None:
    report = check("strasbourg-airport", "2022-11-15")
    assert effects(report, "us-entity-list") == {"signals"}
    letters = [
        unknown for unknown in report.unknown if unknown.fact == "listing.active" and "2022" not in unknown.question
    ]
    assert any(rule.rule == "parliament-objection" for unknown in letters for rule in unknown.rules)
    assert any(entry.date.startswith("2025") for entry in report.later)


def test_belgium_did_not_invite_and_never_cancelled(check: Check) -> None:
    report = check("eu-buyer-nuctech-warsaw", "2023-06-02")
    listing = next(
        listing
        for finding in report.findings
        for listing in finding.listings
        if listing.kind == "not_invited" and listing.jurisdiction == "BE"
    )
    text = listing.model_dump_json()
    assert any("urgen" in step.outcome for step in listing.proceedings)
    assert "cancel" not in text.lower().replace("nothing was cancelled", "")


def test_serbia_is_asked_whether_the_credit_was_tied(check: Check) -> None:
    report = check("serbian-scanners", "2009-09-21")
    assert "home-state-credit" in found(report)
    context = [listing for finding in report.findings if finding.context for listing in finding.listings]
    assert any(listing.jurisdiction == "NA" for listing in context)
    assert not any(
        listing.jurisdiction == "NA"
        for finding in report.findings
        if not finding.context
        for listing in finding.listings
    )


def test_italy_and_poland_see_the_inspections_as_context(check: Check) -> None:
    for name in ("italian-customs", "lublin-airport"):
        report = check(name, "2024-10-01")
        context = [listing for finding in report.findings if finding.context for listing in finding.listings]
        assert any(listing.start_date == "2024-04-23" for listing in context)
        assert "eu-fsr-notification" not in found(report)


def test_kena_sees_the_block_and_the_clearance(check: Check) -> None:
    report = check("kena-customs", "2021-10-15")
    assert {"deal_blocked", "clearance"} <= kinds(report)


def test_an_uncovered_bidder_may_be_excluded_by_where_it_is_established(check: Check) -> None:
    report = check("uncovered-bidder", "2026-11-21")
    assert report.established == "permits_exclusion"
    by_party = {(result.party, result.role): result.established for result in report.results}
    assert by_party["B1", "tenderer"] == "permits_exclusion"
    assert by_party["B2", "tenderer"] == "no_finding"


def test_a_frozen_supplier_gets_no_award(check: Check) -> None:
    report = check("eu-asset-freeze", "2026-11-21")
    assert effects(report, "eu-asset-freeze") == {"prohibits"}
    assert any(match.basis == "identifier" and match.certainty == "confirmed" for match in report.matches)


def test_large_works_with_foreign_contributions_are_notified(check: Check) -> None:
    report = check("works-foreign-contributions", "2026-11-21")
    assert (report.established, set(found(report))) == ("requires_inquiry", {"eu-fsr-notification"})


def test_the_dod_is_bound_from_its_day(check: Check) -> None:
    before, after = check("dod-1260h", "2026-06-29"), check("dod-1260h", "2026-07-01")
    assert before.established == "signals"
    assert effects(after, "us-1260h-direct") == {"prohibits"}


def test_the_bis_rule_is_in_force_suspended_and_uncertain(check: Check) -> None:
    states = []
    for day in ("2025-10-15", "2025-12-01", "2026-11-21"):
        report = check("bis-half-owned", day)
        asked = any(rule.rule == "us-bis-affiliates" for unknown in report.unknown for rule in unknown.rules)
        states.append(("us-bis-affiliates" in found(report), asked))
    assert states == [(True, False), (False, False), (False, True)]


def test_jiangxi_huawei_bears_its_own_debarment_only(check: Check) -> None:
    report = check("jiangxi-huawei", "2026-11-21")
    assert {match.vendor for match in report.matches} == {"jiangxi-huawei"}
    assert kinds(report) == {"debarment"}
