"""What units of money are called in English, and what is bought with them: tables of the money family. Pure.

Codes are those of ISO 4217 that the news uses, with the names that agencies give them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Currency(NamedTuple):
    """What a unit of money and its hundredth are called; `small` is empty where hundredths are not said."""

    one: str
    many: str
    small: str = "cent"
    smalls: str = "cents"


def _dollar(whose: str = "") -> Currency:
    return Currency(f"{whose} dollar".strip(), f"{whose} dollars".strip())


_POUND = Currency("pound", "pounds", "penny", "pence")
_EURO = Currency("euro", "euros")
_YEN = Currency("yen", "yen", "", "")
_YUAN = Currency("yuan", "yuan", "", "")
_RUPEE = Currency("rupee", "rupees", "paisa", "paise")
_ROUBLE = Currency("rouble", "roubles", "kopeck", "kopecks")
_HRYVNIA = Currency("hryvnia", "hryvnias", "kopiyka", "kopiykas")
_WON = Currency("won", "won", "", "")
_LIRA = Currency("lira", "lira", "", "")
_SHEKEL = Currency("shekel", "shekels", "agora", "agorot")
_NAIRA = Currency("naira", "naira", "kobo", "kobo")
_BAHT = Currency("baht", "baht", "", "")
_REAL = Currency("real", "reais", "centavo", "centavos")
_PESO = Currency("peso", "pesos", "centavo", "centavos")
_RAND = Currency("rand", "rand")
_RINGGIT = Currency("ringgit", "ringgit", "sen", "sen")
_RUPIAH = Currency("rupiah", "rupiah", "", "")
_KRONA = ("krona", "kronor", "", "")
_KRONE = ("krone", "kroner", "", "")

SYMBOLS: Mapping[str, Currency] = {
    "$": _dollar(),
    "£": _POUND,
    "€": _EURO,
    "¥": _YEN,
    "￥": _YEN,
    "₹": _RUPEE,
    "₽": _ROUBLE,
    "₴": _HRYVNIA,
    "₩": _WON,
    "₺": _LIRA,
    "₪": _SHEKEL,
    "₦": _NAIRA,
    "฿": _BAHT,
    "₱": _PESO,
    "₫": Currency("dong", "dong", "", ""),
    "₡": Currency("colon", "colones", "", ""),
    "₲": Currency("guarani", "guaranies", "", ""),
    "₸": Currency("tenge", "tenge", "", ""),
    "₾": Currency("lari", "lari", "tetri", "tetri"),
    "₼": Currency("manat", "manat", "", ""),
    "₵": Currency("cedi", "cedis", "", ""),
    "₿": Currency("bitcoin", "bitcoin", "", ""),
    "¢": Currency("cent", "cents", "", ""),
}
# Letters printed right before the dollar, pound or yen sign.
PREFIXES: Mapping[str, Currency] = {
    "us$": _dollar("US"),
    "u.s.$": _dollar("US"),
    "a$": _dollar("Australian"),
    "au$": _dollar("Australian"),
    "c$": _dollar("Canadian"),
    "ca$": _dollar("Canadian"),
    "cad$": _dollar("Canadian"),
    "hk$": _dollar("Hong Kong"),
    "nz$": _dollar("New Zealand"),
    "s$": _dollar("Singapore"),
    "sg$": _dollar("Singapore"),
    "nt$": _dollar("Taiwan"),
    "j$": _dollar("Jamaican"),
    "tt$": _dollar("Trinidad"),
    "bz$": _dollar("Belize"),
    "fj$": _dollar("Fijian"),
    "z$": _dollar("Zimbabwean"),
    "r$": _REAL,
    "mx$": _PESO,
    "cn¥": _YUAN,
    "rmb¥": _YUAN,
    "jp¥": _YEN,
    "e£": Currency("Egyptian pound", "Egyptian pounds", "", ""),
    "ir£": Currency("Irish pound", "Irish pounds", "", ""),
    "l£": Currency("Lebanese pound", "Lebanese pounds", "", ""),
}
CODES: Mapping[str, Currency] = {
    "USD": _dollar("US"),
    "EUR": _EURO,
    "GBP": _POUND,
    "JPY": _YEN,
    "CNY": _YUAN,
    "RMB": _YUAN,
    "CHF": Currency("Swiss franc", "Swiss francs", "", ""),
    "CAD": _dollar("Canadian"),
    "AUD": _dollar("Australian"),
    "NZD": _dollar("New Zealand"),
    "HKD": _dollar("Hong Kong"),
    "SGD": _dollar("Singapore"),
    "TWD": _dollar("Taiwan"),
    "INR": Currency("Indian rupee", "Indian rupees", "", ""),
    "PKR": Currency("Pakistani rupee", "Pakistani rupees", "", ""),
    "LKR": Currency("Sri Lankan rupee", "Sri Lankan rupees", "", ""),
    "RUB": _ROUBLE,
    "UAH": _HRYVNIA,
    "PLN": Currency("zloty", "zlotys", "", ""),
    "CZK": Currency("Czech koruna", "Czech koruna", "", ""),
    "HUF": Currency("Hungarian forint", "Hungarian forint", "", ""),
    "RON": Currency("Romanian leu", "Romanian lei", "", ""),
    "BGN": Currency("Bulgarian lev", "Bulgarian leva", "", ""),
    "SEK": Currency(f"Swedish {_KRONA[0]}", f"Swedish {_KRONA[1]}", "", ""),
    "NOK": Currency(f"Norwegian {_KRONE[0]}", f"Norwegian {_KRONE[1]}", "", ""),
    "DKK": Currency(f"Danish {_KRONE[0]}", f"Danish {_KRONE[1]}", "", ""),
    "ISK": Currency("Icelandic krona", "Icelandic kronur", "", ""),
    "TRY": Currency("Turkish lira", "Turkish lira", "", ""),
    "BRL": Currency("Brazilian real", "Brazilian reais", "", ""),
    "MXN": Currency("Mexican peso", "Mexican pesos", "", ""),
    "ARS": Currency("Argentine peso", "Argentine pesos", "", ""),
    "CLP": Currency("Chilean peso", "Chilean pesos", "", ""),
    "COP": Currency("Colombian peso", "Colombian pesos", "", ""),
    "PHP": Currency("Philippine peso", "Philippine pesos", "", ""),
    "ZAR": Currency("South African rand", "South African rand", "", ""),
    "KRW": Currency("South Korean won", "South Korean won", "", ""),
    "THB": _BAHT,
    "IDR": Currency("Indonesian rupiah", "Indonesian rupiah", "", ""),
    "MYR": _RINGGIT,
    "VND": Currency("Vietnamese dong", "Vietnamese dong", "", ""),
    "ILS": _SHEKEL,
    "NIS": _SHEKEL,
    "EGP": Currency("Egyptian pound", "Egyptian pounds", "", ""),
    "NGN": _NAIRA,
    "KES": Currency("Kenyan shilling", "Kenyan shillings", "", ""),
    "UGX": Currency("Ugandan shilling", "Ugandan shillings", "", ""),
    "TZS": Currency("Tanzanian shilling", "Tanzanian shillings", "", ""),
    "GHS": Currency("Ghanaian cedi", "Ghanaian cedis", "", ""),
    "BDT": Currency("taka", "taka", "", ""),
    "AED": Currency("dirham", "dirhams", "", ""),
    "SAR": Currency("Saudi riyal", "Saudi riyals", "", ""),
    "QAR": Currency("Qatari riyal", "Qatari riyals", "", ""),
    "KWD": Currency("Kuwaiti dinar", "Kuwaiti dinars", "", ""),
    "BTC": Currency("bitcoin", "bitcoin", "", ""),
    "XRP": Currency("X R P", "X R P", "", ""),
}
# Short forms that are words or letters elsewhere, so only right before a number, in this case.
LETTERS: Mapping[str, Currency] = {
    "Rs": _RUPEE,
    "Rs.": _RUPEE,
    "Re": _RUPEE,
    "Tk": Currency("taka", "taka", "", ""),
    "RM": _RINGGIT,
    "Rp": _RUPIAH,
    "Ksh": Currency("Kenyan shilling", "Kenyan shillings", "", ""),
    "KSh": Currency("Kenyan shilling", "Kenyan shillings", "", ""),
    "KES": Currency("Kenyan shilling", "Kenyan shillings", "", ""),
    "Sh": Currency("shilling", "shillings", "", ""),
    "USh": Currency("Ugandan shilling", "Ugandan shillings", "", ""),
    "SFr": Currency("Swiss franc", "Swiss francs", "", ""),
    "Fr": Currency("franc", "francs", "", ""),
    "GH₵": Currency("cedi", "cedis", "", ""),
    "Dh": Currency("dirham", "dirhams", "", ""),
    "Dhs": Currency("dirham", "dirhams", "", ""),
    "SR": Currency("riyal", "riyals", "", ""),
    "R": _RAND,
    "N": _NAIRA,
    "P": _PESO,
}
BEHIND: Mapping[str, Currency] = {
    "zł": Currency("zloty", "zlotys", "", ""),
    "Kč": Currency("koruna", "koruna", "", ""),
    "kr": Currency("krone", "kroner", "", ""),
    "€": _EURO,
    "£": _POUND,
    "$": _dollar(),
    "₴": _HRYVNIA,
    "₽": _ROUBLE,
    "¥": _YEN,
    "₹": _RUPEE,
    "₪": _SHEKEL,
    "₺": _LIRA,
    "₩": _WON,
}

PERIODS: Mapping[str, str] = {
    "yr": "year",
    "year": "year",
    "annum": "annum",
    "w": "week",
    "wk": "week",
    "week": "week",
    "mo": "month",
    "mth": "month",
    "month": "month",
    "day": "day",
    "hr": "hour",
    "h": "hour",
    "min": "minute",
    "minute": "minute",
    "hour": "hour",
    "kg": "kilogram",
    "lb": "pound",
    "oz": "ounce",
    "ounce": "ounce",
    "t": "ton",
    "tonne": "tonne",
    "ton": "ton",
    "mt": "metric ton",
    "bbl": "barrel",
    "barrel": "barrel",
    "mwh": "megawatt hour",
    "kwh": "kilowatt hour",
    "mmbtu": "million B T U",
    "gallon": "gallon",
    "gal": "gallon",
    "litre": "litre",
    "liter": "liter",
    "l": "liter",
    "share": "share",
    "person": "person",
    "head": "head",
    "night": "night",
    "bushel": "bushel",
    "unit": "unit",
    "sq": "square",
}
# What an amount of money is an adjective of even without an article before it: "approves $5bn loan".
DEALS = frozenset(
    "account acquisition advance aid allocation allowance apartment appeal arms assistance auction award backlog bail "
    "bailout bet bill bills bid bond bonus bonuses bounty bribe budget business buyout buyback campaign capital cash "
    "check cheque claim coin coins compensation contract contribution cost cut deal debt deficit deposit discount "
    "donation down-payment endowment expansion expense export factory facility fee fees fighter fine fines fortune "
    "fraud fund fundraising gap gift grant guarantee hole home house increase industry infusion injection investment "
    "invoice jackpot judgment judgement kit lawsuit levy lifeline limit line listing loan loss lottery mansion market "
    "merger mortgage note notes offer offering order overhaul package pact pay payment payout penalty pension plan "
    "pledge plant portfolio prize profit program programme project purchase raise ransom rebate refund renovation "
    "rent rescue reward rise salary sale scheme settlement shortfall stadium stake stimulus subsidy suit surplus tab "
    "target tariff tax theft threshold ticket tickets trade tranche transaction transfer turnover upgrade valuation "
    "verdict voucher wage warehouse windfall write-down writedown yacht".split()
)
