"""The closed lists of the native tender file: what may stand for roles, levels, sectors, sites and data."""

from typing import Literal

Role = Literal[
    "buyer", "procuringEntity", "centralPurchasingBody", "payer", "payee", "funder", "enquirer", "reviewBody",
    "interestedParty", "tenderer", "leadTenderer", "supplier", "subcontractor", "manufacturer", "shareholder",
]  # fmt: skip
"""OCDS ``partyRole`` with the EU profile's subcontractor and leadTenderer, and our manufacturer and shareholder."""

Level = Literal["international", "eu", "national", "regional", "local"]
"""Level of government of a buyer; ``eu`` is an institution of the European Union."""

Sector = Literal[
    "general", "airports", "ports", "railways", "urban-transport", "customs", "police", "justice", "defence",
    "education", "health", "energy", "water", "post", "telecommunications", "environment", "housing", "culture",
]  # fmt: skip
"""What a buyer does."""

SiteKind = Literal[
    "airport", "seaport", "border", "customs", "government-building", "parliament", "embassy", "military", "police",
    "prison", "court", "hospital", "school", "university", "data-centre", "telecom-network", "power-plant",
    "energy-grid", "water-works", "railway", "road", "public-space", "office", "laboratory", "other",
]  # fmt: skip
"""Where a purchase will be used."""

Infrastructure = Literal[
    "energy", "transport", "border", "banking", "finance", "health", "drinking-water", "waste-water", "digital",
    "telecommunications", "public-administration", "space", "food", "defence", "emergency-services",
]  # fmt: skip
"""Sectors of critical infrastructure, after the annexes of Directives (EU) 2022/2555 and 2022/2557."""

Purpose = Literal["public-safety", "government-facilities", "critical-infrastructure", "national-security", "other"]
"""What a purchase serves, after section 889(f)(3)(B) of the US NDAA for FY2019."""

DataCategory = Literal[
    "biometric", "ethnic-origin", "religion", "political-opinion", "health", "genetic", "location", "video", "voice",
    "identity", "contact", "financial", "baggage-images", "cargo-images", "cargo-manifest", "number-plates",
    "network-traffic", "energy-use", "building-access", "employment", "education", "criminal-records",
    "infrastructure", "geospatial", "other",
]  # fmt: skip
"""Kinds of data a purchase handles."""

FundingSource = Literal["own", "national", "eu", "grant", "loan", "private", "other"]
"""Where money comes from."""

Derogation = Literal[
    "nuclear", "space", "strictly-necessary", "diplomatic-missions", "energy-supply", "authorised", "other",
]  # fmt: skip
"""Derogation from art. 5k of Regulation (EU) 833/2014 that the buyer invokes."""

ProcurementMethod = Literal["open", "selective", "limited", "direct"]
"""OCDS ``method``."""

Category = Literal["goods", "works", "services"]
"""OCDS ``procurementCategory``."""

Scale = Literal["micro", "sme", "large", "self-employed", ""]
"""OCDS EU profile ``partyScale``."""

Incomplete = Literal[
    "parties", "bids", "subcontracts", "items", "lots", "awards", "contracts", "funding", "coveredBy",
]  # fmt: skip
"""Lists of a tender that may lack members nobody named."""
