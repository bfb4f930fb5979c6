"""Vendor files with what stands beside them, rules, lexicons and groups of countries."""

from tests.fuzz.mutation import Files
from tests.fuzz.seed.form import json_bytes, smallest

__all__ = ["SOUND", "groups", "lexicons", "rules"]

_PROGRAMMES = """programmes:
  - id: US-BIS-EL
    name: Entity List
    authority: Bureau of Industry and Security
    jurisdiction: US
    kind: export_control
    legal_basis: 15 CFR 744.11
    meaning: Suppliers need a licence.
    reach:
      - {kind: named}
      - {kind: owned, at_least: 0.5, aggregated: true, start_date: 2025-09-29, end_date: 2025-11-10, note: Affiliates rule.}
      - {kind: controlled, more_than: 0.25, certain: false}
    url: https://www.bis.gov/entity-list
    evidence: primary
    sources: [{title: 15 CFR 744.16, url: "https://example.org/744", date: "2026-08"}]
"""
_LISTS = """edition: 2026-11-21
lists:
  - id: us-csl
    title: Consolidated Screening List
    publisher: International Trade Administration
    jurisdiction: US
    url: https://www.trade.gov/consolidated-screening-list
    downloads: [https://data.trade.gov/consolidated.csv]
    max_age_days: 7
    programmes: [US-BIS-EL]
    required:
      - {countries: [US], basis: Property is blocked., evidence: primary, sources: [{title: Law, url: "https://example.org/law"}]}
  - id: us-bis-el
    title: Entity List
    publisher: Bureau of Industry and Security
    jurisdiction: US
    url: https://www.bis.gov/entity-list
    max_age_days: 30
    programmes: [US-BIS-EL]
    contained_in: {list: us-csl, sources: [EL]}
"""
_VENDOR = """id: acme-vision
name: Acme Vision Co., Ltd.
country: CN
what: Maker of cameras.
cpv: ["3251", "32323500"]
aliases: [Acme Optics, 艾克视觉股份有限公司]
weak_aliases: [AV]
previous_names: [{name: Old Acme, start_date: 2001, end_date: "2010-05"}]
identifiers: [{scheme: CN-USCC, id: 91330000733796106P, evidence: primary, sources: [{title: Register, url: "https://example.org"}]}]
brands:
  - {name: AcmeEye, products: Cameras, cpv: ["32323500"], evidence: primary, sources: [{title: Site, url: "https://example.org", date: "2026-08"}]}
affiliates:
  - {id: acme-europe, name: Acme Vision Europe B.V., kind: subsidiary, country: NL, share: 0.5, start_date: 2016-03-08, evidence: unverified, note: x}
relations:
  - {kind: subsidiary, vendor: beta, share: 1.0, evidence: unverified, start_date: 2001, note: Founded so.}
listings:
  - id: us-entity-list
    kind: export_control
    programme: US-BIS-EL
    listed_name: Acme Vision Co., Ltd.
    listed_aliases: [Acme Optics]
    authority: Bureau of Industry and Security
    jurisdiction: US
    start_date: 2019-10-09
    end_date: "2022-10"
    published: 2019-10-07
    citation: 84 FR 54002
    summary: Acme was added to the Entity List.
    caveat: The day is that of the notice.
    evidence: primary
    sources: [{title: 84 FR 54002, url: "https://example.org/fr", date: 2019-10-09}]
    responses: [{text: Acme objects., date: 2019-10-10, sources: [{title: Site}]}]
    proceedings: [{date: 2019-10-11, body: BIS, outcome: None., reference: x}]
  - {id: abandoned, kind: purchase_abandoned, authority: City, jurisdiction: LT, start_date: 2021-02-17, summary: Stopped., evidence: secondary,
     buyer: {name: City, country: LT}, sources: [{title: Paper, date: "2021-02"}]}
not_listed: [{programme: US-BIS-EL, as_of: "2026-08"}]
not_to_be_confused_with: [{name: Acme Express, what: Parcel carrier, country: CN}]
"""

_OTHER = """id: beta
name: Beta Holding
country: CN
what: Owner of makers.
not_listed: [{programme: US-BIS-EL, as_of: 2026-08-01}]
"""
SOUND = {
    "programmes.yaml": _PROGRAMMES.encode(),
    "lists.yaml": _LISTS.encode(),
    "acme.yaml": _VENDOR.encode(),
    "beta.yaml": _OTHER.encode(),
}
"""A folder of vendor files, of which one is damaged."""


def lexicons() -> list[Files]:
    languages = {
        "en": {"common": ["the", "of", "and"], "phrases": ["ethnic minority", "Uyghur*"], "terms": {"who": ["minorit*"], "what": ["watch*"]},
               "together": [{"within": 8, "all_of": ["who", "what"]}], "found": ["watching a minority"], "not_found": ["a watch"]},
        "zh": {"common": ["的", "是", "在"], "phrases": ["少数民族"], "found": ["针对少数民族"], "not_found": ["民族"]},
    }  # fmt: skip
    return [{"watching.yaml": json_bytes({"id": "watching", "title": "Watching", "languages": languages})}]


def rules() -> list[Files]:
    return smallest(
        "rules/completeness", "rules/other-buyers", "rules/data", "rules/export-control", most=9, name="*.yaml"
    )


def groups() -> list[Files]:
    return smallest("rules/groups", most=6, name="*.yaml")
