"""Levels and sectors of buyers from the code lists of notices.

Only codes that say so are read: "regional or local authority" is either, and a body governed by public law any level.

Sources: EU vocabularies ``buyer-legal-type`` and ``main-activity``; TED schemas R2.0.8 and R2.0.9; COFOG (UN).
"""

__all__ = ["buyer_level", "buyer_sector"]

_LEVELS = {
    "cga": "national",
    "body-pl-cga": "national",
    "pub-undert-cga": "national",
    "ra": "regional",
    "body-pl-ra": "regional",
    "pub-undert-ra": "regional",
    "la": "local",
    "body-pl-la": "local",
    "pub-undert-la": "local",
    "eu-ins-bod-ag": "eu",
    "int-org": "international",
    "ministry": "national",
    "national_agency": "national",
    "eu_institution": "eu",
    "ministry or any other national or federal authority": "national",
    "national or federal agency/office": "national",
    "european institution/agency": "eu",
}

_SECTORS = {
    "airport": "airports",
    "defence": "defence",
    "education": "education",
    "electricity": "energy",
    "env-pro": "environment",
    "gas-heat": "energy",
    "gas-oil": "energy",
    "gen-pub": "general",
    "hc-am": "housing",
    "health": "health",
    "port": "ports",
    "post": "post",
    "rail": "railways",
    "rcr": "culture",
    "solid-fuel": "energy",
    "urttb": "urban-transport",
    "water": "water",
    "airport_related_activities": "airports",
    "environment": "environment",
    "exploration_extraction_coal_other_solid_fuel": "energy",
    "exploration_extraction_gas_oil": "energy",
    "general_public_services": "general",
    "housing_and_community_amenities": "housing",
    "port_related_activities": "ports",
    "postal_services": "post",
    "production_transport_distribution_gas_heat": "energy",
    "railway_services": "railways",
    "recreation_culture_and_religion": "culture",
    "urban_railway_tramway_trolleybus_bus_services": "urban-transport",
}

_COFOG = {
    "01": "general",
    "02": "defence",
    "05": "environment",
    "06": "housing",
    "07": "health",
    "08": "culture",
    "09": "education",
}


def buyer_level(code: str | None) -> str | None:
    """Return the level of government a code for the kind of buyer says, or ``None``."""
    plain = " ".join((code or "").casefold().partition(",")[0].split())
    return _LEVELS.get(plain)


def buyer_sector(code: str | None, scheme: str | None = None) -> str | None:
    """Return the sector a code for the activity of a buyer says, or ``None``."""
    table = _COFOG if scheme == "COFOG" else _SECTORS
    return table.get((code or "").strip().casefold())
