"""Units as they are printed, and what they are called in English: tables of the unit family. Pure.

Names of the SI and of the units the news uses; metres are spelt the American way, which engines read the same.
"""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """One and many of a unit.

    `glued` if it is one only without a blank before it, since its letters are a word; `spaced` if only behind a blank,
    since "802.11ac" means nothing by it.
    """

    one: str
    many: str
    glued: bool = False
    spaced: bool = False


def _unit(one: str, *, glued: bool = False, spaced: bool = False) -> Unit:
    """A unit whose plural is regular in its first word: "kilometer per hour", "kilometers per hour"."""
    head, per, rest = one.partition(" per ")
    return Unit(one, f"{head}s{per}{rest}", glued, spaced)


UNITS: dict[str, Unit] = {
    # length
    "km": _unit("kilometer"),
    "kms": _unit("kilometer"),
    "m": _unit("meter"),
    "cm": _unit("centimeter"),
    "mm": _unit("millimeter"),
    "µm": _unit("micrometer"),
    "μm": _unit("micrometer"),
    "nm": _unit("nanometer"),
    "mi": _unit("mile"),
    "yd": _unit("yard"),
    "yds": _unit("yard"),
    "ft": Unit("foot", "feet"),
    "in": Unit("inch", "inches", glued=True),
    "ins": Unit("inch", "inches", glued=True),
    "nmi": _unit("nautical mile"),
    # area and volume
    "sq km": _unit("square kilometer"),
    "sq. km": _unit("square kilometer"),
    "sqkm": _unit("square kilometer"),
    "km²": _unit("square kilometer"),
    "km2": _unit("square kilometer"),
    "km^2": _unit("square kilometer"),
    "sq m": _unit("square meter"),
    "sq. m": _unit("square meter"),
    "sqm": _unit("square meter"),
    "m²": _unit("square meter"),
    "m2": _unit("square meter"),
    "sq mi": _unit("square mile"),
    "sq. miles": _unit("square mile"),
    "sq. kilometers": _unit("square kilometer"),
    "sq kilometers": _unit("square kilometer"),
    "sq. kilometres": _unit("square kilometer"),
    "sq kilometres": _unit("square kilometer"),
    "sq. meters": _unit("square meter"),
    "sq meters": _unit("square meter"),
    "sq. metres": _unit("square meter"),
    "sq metres": _unit("square meter"),
    "sq. feet": Unit("square foot", "square feet"),
    "sq feet": Unit("square foot", "square feet"),
    "sq. yards": _unit("square yard"),
    "sq. inches": Unit("square inch", "square inches"),
    "sq. mi": _unit("square mile"),
    "sq miles": _unit("square mile"),
    "mi²": _unit("square mile"),
    "sq ft": Unit("square foot", "square feet"),
    "sq. ft": Unit("square foot", "square feet"),
    "sqft": Unit("square foot", "square feet"),
    "ft²": Unit("square foot", "square feet"),
    "sq yd": _unit("square yard"),
    "sq in": Unit("square inch", "square inches"),
    "cm²": _unit("square centimeter"),
    "cm2": _unit("square centimeter"),
    "mm²": _unit("square millimeter"),
    "ha": _unit("hectare"),
    "ac": _unit("acre", spaced=True),
    "km³": _unit("cubic kilometer"),
    "km3": _unit("cubic kilometer"),
    "m³": _unit("cubic meter"),
    "m3": _unit("cubic meter"),
    "cu m": _unit("cubic meter"),
    "cu ft": Unit("cubic foot", "cubic feet"),
    "ft³": Unit("cubic foot", "cubic feet"),
    "cm³": _unit("cubic centimeter"),
    "cc": Unit("C C", "C C"),
    "bcm": _unit("billion cubic meter"),
    "mcm": _unit("million cubic meter"),
    "tcf": Unit("trillion cubic foot", "trillion cubic feet"),
    "bcf": Unit("billion cubic foot", "billion cubic feet"),
    "l": _unit("liter"),
    "L": _unit("liter"),
    "ml": _unit("milliliter"),
    "mL": _unit("milliliter"),
    "cl": _unit("centiliter"),
    "dl": _unit("deciliter"),
    "gal": _unit("gallon"),
    "qt": _unit("quart"),
    "fl oz": _unit("fluid ounce"),
    "tbsp": _unit("tablespoon"),
    "tsp": _unit("teaspoon"),
    # mass
    "kg": _unit("kilogram"),
    "kgs": _unit("kilogram"),
    "g": _unit("gram"),
    "mg": _unit("milligram"),
    "mcg": _unit("microgram"),
    "µg": _unit("microgram"),
    "μg": _unit("microgram"),
    "lb": _unit("pound"),
    "lbs": _unit("pound"),
    "oz": Unit("ounce", "ounces"),
    "lb-ft": Unit("pound-foot", "pound-feet"),
    "lb ft": Unit("pound-foot", "pound-feet"),
    "t": _unit("ton"),
    "kt": _unit("kiloton"),
    "Mt": _unit("megaton"),
    "Gt": _unit("gigaton"),
    # speed
    "km/h": _unit("kilometer per hour"),
    "kmh": _unit("kilometer per hour"),
    "km/hr": _unit("kilometer per hour"),
    "kph": _unit("kilometer per hour"),
    "kmph": _unit("kilometer per hour"),
    "mph": _unit("mile per hour"),
    "m/s": _unit("meter per second"),
    "km/s": _unit("kilometer per second"),
    "ft/s": Unit("foot per second", "feet per second"),
    "kn": _unit("knot"),
    "kts": _unit("knot"),
    "m/s²": Unit("meter per second squared", "meters per second squared"),
    "rpm": Unit("R P M", "R P M"),
    "bpm": _unit("beat per minute"),
    "fps": _unit("frame per second"),
    # energy and power
    "W": _unit("watt", glued=True),
    "kW": _unit("kilowatt"),
    "KW": _unit("kilowatt"),
    "MW": _unit("megawatt"),
    "GW": _unit("gigawatt"),
    "TW": _unit("terawatt"),
    "mW": _unit("milliwatt"),
    "Wh": _unit("watt hour"),
    "kWh": _unit("kilowatt hour"),
    "KWh": _unit("kilowatt hour"),
    "kwh": _unit("kilowatt hour"),
    "MWh": _unit("megawatt hour"),
    "GWh": _unit("gigawatt hour"),
    "TWh": _unit("terawatt hour"),
    "MWe": _unit("megawatt"),
    "kJ": _unit("kilojoule"),
    "MJ": _unit("megajoule"),
    "cal": _unit("calorie"),
    "kcal": _unit("kilocalorie"),
    "hp": Unit("horsepower", "horsepower"),
    "bhp": Unit("brake horsepower", "brake horsepower"),
    "V": _unit("volt", glued=True),
    "kV": _unit("kilovolt"),
    "mAh": _unit("milliamp hour"),
    "Nm": Unit("newton meter", "newton meters", glued=True),
    # pressure, sound, frequency
    "hPa": Unit("hectopascal", "hectopascals"),
    "kPa": _unit("kilopascal"),
    "MPa": _unit("megapascal"),
    "psi": Unit("P S I", "P S I"),
    "mb": _unit("millibar"),
    "mbar": _unit("millibar"),
    "mmHg": Unit("millimeter of mercury", "millimeters of mercury"),
    "dB": _unit("decibel"),
    "dBA": _unit("decibel"),
    "Hz": Unit("hertz", "hertz"),
    "kHz": Unit("kilohertz", "kilohertz"),
    "MHz": Unit("megahertz", "megahertz"),
    "GHz": Unit("gigahertz", "gigahertz"),
    # information
    "KB": _unit("kilobyte"),
    "kB": _unit("kilobyte"),
    "MB": _unit("megabyte"),
    "GB": _unit("gigabyte"),
    "TB": _unit("terabyte"),
    "PB": _unit("petabyte"),
    "Mb": _unit("megabit"),
    "Gb": _unit("gigabit"),
    "kb": _unit("kilobit"),
    "Kb": _unit("kilobit"),
    "kbps": _unit("kilobit per second"),
    "Kbps": _unit("kilobit per second"),
    "mbps": _unit("megabit per second"),
    "Mbps": _unit("megabit per second"),
    "Mb/s": _unit("megabit per second"),
    "Mbit/s": _unit("megabit per second"),
    "Gbps": _unit("gigabit per second"),
    "gbps": _unit("gigabit per second"),
    "MB/s": _unit("megabyte per second"),
    "GB/s": _unit("gigabyte per second"),
    "MP": _unit("megapixel", glued=True),
    "dpi": _unit("dot per inch"),
    "ppi": _unit("pixel per inch"),
    # concentration and rates
    "ppm": Unit("part per million", "parts per million"),
    "ppb": Unit("part per billion", "parts per billion"),
    "g/km": _unit("gram per kilometer"),
    "mg/l": _unit("milligram per liter"),
    "mg/L": _unit("milligram per liter"),
    "mg/dL": _unit("milligram per deciliter"),
    "mg/kg": _unit("milligram per kilogram"),
    "g/l": _unit("gram per liter"),
    "µg/m³": _unit("microgram per cubic meter"),
    "μg/m³": _unit("microgram per cubic meter"),
    "µg/m3": _unit("microgram per cubic meter"),
    "μg/m3": _unit("microgram per cubic meter"),
    "ug/m3": _unit("microgram per cubic meter"),
    "kg/m³": _unit("kilogram per cubic meter"),
    "kg/m2": _unit("kilogram per square meter"),
    "m³/s": _unit("cubic meter per second"),
    "m3/s": _unit("cubic meter per second"),
    "W/m²": _unit("watt per square meter"),
    "l/100km": Unit("liter per hundred kilometers", "liters per hundred kilometers"),
    "mpg": _unit("mile per gallon"),
    "mtpa": Unit("million ton per year", "million tons per year"),
    "pts": _unit("point"),
    "gb": _unit("gigabyte"),
    "tb": _unit("terabyte"),
    "bpd": _unit("barrel per day"),
    "b/d": _unit("barrel per day"),
    "bbl": _unit("barrel"),
    "boe": Unit("barrel of oil equivalent", "barrels of oil equivalent"),
    "mSv": _unit("millisievert"),
    "mSv/h": _unit("millisievert per hour"),
    # time
    "sec": _unit("second"),
    "secs": _unit("second"),
    "s": _unit("second", glued=True),
    "ms": _unit("millisecond"),
    "µs": _unit("microsecond"),
    "ns": _unit("nanosecond"),
    "min": _unit("minute"),
    "mins": _unit("minute"),
    "hr": _unit("hour"),
    "hrs": _unit("hour"),
    "yr": _unit("year"),
    "yrs": _unit("year"),
    "mths": _unit("month"),
    "wk": _unit("week"),
    "wks": _unit("week"),
    # angle and light
    "arcsec": _unit("arcsecond"),
    "lm": Unit("lumen", "lumens", glued=True),
    "ly": _unit("light year"),
    "au": Unit("astronomical unit", "astronomical units"),
}
# Before one of these a unit measures it, with no article in sight: "fired 155mm shells", "120 km/h winds".
THINGS = frozenset(
    "antenna antimissile artillery asteroid ball barrel barricade battery belt blade boat bomb border bridge bullet "
    "buffer cable camera cannon chip capacity car channel charger circuit climb column concert convoy corridor "
    "course cruise cycle dash depth descent diameter display distance dive downpour drive drone dune elevation "
    "engine event exclusion extension fall fence film final flight fridge frontline frontier frontage guitar gun "
    "gust hail hailstone height highway hike hole howitzer journey jump kick ladder lane lap lens line link march "
    "marathon medley missile mortar motor motorway network nets path perimeter phone pipe pipeline plane plant plot "
    "pole pool pothole project putt race read radius railway rain range reactor record recoilless relay ride rifle "
    "river road rocket rod roller rope round route run rule screen sculpture section sensor shaft shell ship shot "
    "snowfall solar span speed spike sprint station statue steel stick stone storm strait stretch strip structure "
    "surge swim tank telescope throw time tower track trail tree trek tsunami tube tunnel turbine tyre tire wall "
    "walk waterfall wave wind wire yacht zone".split()
)
