"""Currencies by their codes, and what one unit of another currency may be worth in euros.

Source: ISO 4217, list one (current codes) and those of list three (former codes) that stand in notices since 1999.
"""

from collections.abc import Mapping
from decimal import Decimal

from vendorscreen.errors import UsageError

__all__ = ["CURRENCIES", "MOST_EUROS", "refuse_odd_rates"]

CURRENCIES = frozenset(
    # current
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF "
    "CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD "
    "MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAD XAF XAG XAU XBA XBB XBC XBD XCD XCG XDR XOF XPD "
    "XPF XPT XSU XUA YER ZAR ZMW ZWG "
    # former
    "ANG ATS AZM BEF BGL BGN BYB BYR CSD CUC CYP DEM ECS EEK ESP FIM FRF GHC GRD HRK IEP ITL LTL LUF LVL MGF MRO MTL "
    "MZM NLG PTE ROL RUR SDD SIT SKK SLL SRG STD TMM TRL VEB VEF XEU YUM ZMK ZWD ZWL ZWN ZWR".split()
)
"""Codes of currencies, of precious metals and of units of account."""

MOST_EUROS = 1_000_000
"""The most euros that one unit of a currency is taken to be worth; one that is worth nothing is none."""


def refuse_odd_rates(rates: Mapping[str, Decimal]) -> None:
    """Refuse rates, in euros per unit of a currency, that cannot be meant.

    Raises:
        UsageError: there is no such currency, it is the euro itself, or the rate is no positive number within bounds.
    """
    for currency, rate in rates.items():
        if currency not in CURRENCIES:
            raise UsageError(f"rate of '{currency}': no currency has this code (ISO 4217), write one such as PLN")
        if currency == "EUR":
            raise UsageError("rate of 'EUR': rates are in euros, name another currency")
        if not (isinstance(rate, Decimal | int) and Decimal(rate).is_finite() and 0 < rate <= MOST_EUROS):
            raise UsageError(f"rate of '{currency}': {rate} is no number above 0 and up to {MOST_EUROS:,}")
