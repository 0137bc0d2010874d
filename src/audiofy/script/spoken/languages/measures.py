"""Units of measure as they are printed, and what they are called in five languages: tables. Pure.

Names of the SI and of the units the news uses, each in the forms that the numbers of its language ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audiofy.script.spoken.languages.nouns import Noun, noun

if TYPE_CHECKING:
    from collections.abc import Mapping


def _squared(table: dict[str, Noun]) -> Mapping[str, Noun]:
    """The table with the figures that stand for raised ones: "km2" is "km²"."""
    return table | {unit.replace("²", "2").replace("³", "3"): what for unit, what in table.items() if unit[-1] in "²³"}


GERMAN = _squared(
    {
        "h": noun("Stunde", "Stunden", "f"),
        "m/s": noun("Meter pro Sekunde", "Meter pro Sekunde"),
        "s": noun("Sekunde", "Sekunden", "f"),
        "kV": noun("Kilovolt", "Kilovolt"),
        "°F": noun("Grad Fahrenheit", "Grad Fahrenheit"),
        "km": noun("Kilometer", "Kilometer"),
        "m": noun("Meter", "Meter"),
        "cm": noun("Zentimeter", "Zentimeter"),
        "mm": noun("Millimeter", "Millimeter"),
        "kg": noun("Kilogramm", "Kilogramm"),
        "g": noun("Gramm", "Gramm"),
        "t": noun("Tonne", "Tonnen", "f"),
        "l": noun("Liter", "Liter"),
        "ha": noun("Hektar", "Hektar"),
        "m²": noun("Quadratmeter", "Quadratmeter"),
        "qm": noun("Quadratmeter", "Quadratmeter"),
        "km²": noun("Quadratkilometer", "Quadratkilometer"),
        "m³": noun("Kubikmeter", "Kubikmeter"),
        "km/h": noun("Kilometer pro Stunde", "Kilometer pro Stunde"),
        "°C": noun("Grad Celsius", "Grad Celsius"),
        "°": noun("Grad", "Grad"),
        "kW": noun("Kilowatt", "Kilowatt"),
        "MW": noun("Megawatt", "Megawatt"),
        "GW": noun("Gigawatt", "Gigawatt"),
        "kWh": noun("Kilowattstunde", "Kilowattstunden", "f"),
        "MWh": noun("Megawattstunde", "Megawattstunden", "f"),
        "GWh": noun("Gigawattstunde", "Gigawattstunden", "f"),
        "TWh": noun("Terawattstunde", "Terawattstunden", "f"),
        "µg/m³": noun("Mikrogramm pro Kubikmeter", "Mikrogramm pro Kubikmeter"),
    }
)
FRENCH = _squared(
    {
        "h": noun("heure", "heures", "f"),
        "L": noun("litre", "litres"),
        "cl": noun("centilitre", "centilitres"),
        "mg": noun("milligramme", "milligrammes"),
        "m/s": noun("mètre par seconde", "mètres par seconde"),
        "s": noun("seconde", "secondes", "f"),
        "kV": noun("kilovolt", "kilovolts"),
        "Go": noun("gigaoctet", "gigaoctets"),
        "°F": noun("degré Fahrenheit", "degrés Fahrenheit"),
        "km": noun("kilomètre", "kilomètres"),
        "m": noun("mètre", "mètres"),
        "cm": noun("centimètre", "centimètres"),
        "mm": noun("millimètre", "millimètres"),
        "kg": noun("kilo", "kilos"),
        "g": noun("gramme", "grammes"),
        "t": noun("tonne", "tonnes", "f"),
        "l": noun("litre", "litres"),
        "ha": noun("hectare", "hectares"),
        "m²": noun("mètre carré", "mètres carrés"),
        "km²": noun("kilomètre carré", "kilomètres carrés"),
        "m³": noun("mètre cube", "mètres cubes"),
        "km/h": noun("kilomètre à l'heure", "kilomètres à l'heure"),
        "°C": noun("degré Celsius", "degrés Celsius"),
        "°": noun("degré", "degrés"),
        "kW": noun("kilowatt", "kilowatts"),
        "MW": noun("mégawatt", "mégawatts"),
        "GW": noun("gigawatt", "gigawatts"),
        "kWh": noun("kilowattheure", "kilowattheures"),
        "MWh": noun("mégawattheure", "mégawattheures"),
        "GWh": noun("gigawattheure", "gigawattheures"),
        "TWh": noun("térawattheure", "térawattheures"),
        "µg/m³": noun("microgramme par mètre cube", "microgrammes par mètre cube"),
        "min": noun("minute", "minutes", "f"),
    }
)
SPANISH = _squared(
    {
        "h": noun("hora", "horas", "f"),
        "L": noun("litro", "litros"),
        "cl": noun("centilitro", "centilitros"),
        "mg": noun("miligramo", "miligramos"),
        "m/s": noun("metro por segundo", "metros por segundo"),
        "s": noun("segundo", "segundos"),
        "kV": noun("kilovoltio", "kilovoltios"),
        "°F": noun("grado Fahrenheit", "grados Fahrenheit"),
        "p. p.": noun("punto porcentual", "puntos porcentuales"),
        "pp": noun("punto porcentual", "puntos porcentuales"),
        "pb": noun("punto básico", "puntos básicos"),
        "km": noun("kilómetro", "kilómetros"),
        "m": noun("metro", "metros"),
        "cm": noun("centímetro", "centímetros"),
        "mm": noun("milímetro", "milímetros"),
        "kg": noun("kilo", "kilos"),
        "g": noun("gramo", "gramos"),
        "t": noun("tonelada", "toneladas", "f"),
        "l": noun("litro", "litros"),
        "ha": noun("hectárea", "hectáreas", "f"),
        "m²": noun("metro cuadrado", "metros cuadrados"),
        "km²": noun("kilómetro cuadrado", "kilómetros cuadrados"),
        "m³": noun("metro cúbico", "metros cúbicos"),
        "km/h": noun("kilómetro por hora", "kilómetros por hora"),
        "°C": noun("grado Celsius", "grados Celsius"),
        "ºC": noun("grado Celsius", "grados Celsius"),
        "°": noun("grado", "grados"),
        "kW": noun("kilovatio", "kilovatios"),
        "MW": noun("megavatio", "megavatios"),
        "GW": noun("gigavatio", "gigavatios"),
        "kWh": noun("kilovatio hora", "kilovatios hora"),
        "MWh": noun("megavatio hora", "megavatios hora"),
        "GWh": noun("gigavatio hora", "gigavatios hora"),
        "TWh": noun("teravatio hora", "teravatios hora"),
        "µg/m³": noun("microgramo por metro cúbico", "microgramos por metro cúbico"),
        "min": noun("minuto", "minutos"),
    }
)
POLISH = _squared(
    {
        "h": Noun("godzina", "godziny", "godzin", "godziny", "f"),
        "m/s": Noun("metr na sekundę", "metry na sekundę", "metrów na sekundę", "metra na sekundę"),
        "s": Noun("sekunda", "sekundy", "sekund", "sekundy", "f"),
        "sek.": Noun("sekunda", "sekundy", "sekund", "sekundy", "f"),
        "kV": Noun("kilowolt", "kilowolty", "kilowoltów", "kilowolta"),
        "m kw.": Noun("metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"),
        "km kw.": Noun(
            "kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"
        ),
        "pkt. proc.": Noun("punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego"),
        "p.p.": Noun("punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego"),
        "km": Noun("kilometr", "kilometry", "kilometrów", "kilometra"),
        "m": Noun("metr", "metry", "metrów", "metra"),
        "cm": Noun("centymetr", "centymetry", "centymetrów", "centymetra"),
        "mm": Noun("milimetr", "milimetry", "milimetrów", "milimetra"),
        "kg": Noun("kilogram", "kilogramy", "kilogramów", "kilograma"),
        "g": Noun("gram", "gramy", "gramów", "grama"),
        "t": Noun("tona", "tony", "ton", "tony", "f"),
        "l": Noun("litr", "litry", "litrów", "litra"),
        "ha": Noun("hektar", "hektary", "hektarów", "hektara"),
        "m²": Noun("metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"),
        "mkw.": Noun("metr kwadratowy", "metry kwadratowe", "metrów kwadratowych", "metra kwadratowego"),
        "km²": Noun("kilometr kwadratowy", "kilometry kwadratowe", "kilometrów kwadratowych", "kilometra kwadratowego"),
        "m³": Noun("metr sześcienny", "metry sześcienne", "metrów sześciennych", "metra sześciennego"),
        "km/h": Noun("kilometr na godzinę", "kilometry na godzinę", "kilometrów na godzinę", "kilometra na godzinę"),
        "°C": Noun("stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza", "stopnia Celsjusza"),
        "st. C": Noun("stopień Celsjusza", "stopnie Celsjusza", "stopni Celsjusza", "stopnia Celsjusza"),
        "°": Noun("stopień", "stopnie", "stopni", "stopnia"),
        "kW": Noun("kilowat", "kilowaty", "kilowatów", "kilowata"),
        "MW": Noun("megawat", "megawaty", "megawatów", "megawata"),
        "GW": Noun("gigawat", "gigawaty", "gigawatów", "gigawata"),
        "kWh": Noun("kilowatogodzina", "kilowatogodziny", "kilowatogodzin", "kilowatogodziny", "f"),
        "MWh": Noun("megawatogodzina", "megawatogodziny", "megawatogodzin", "megawatogodziny", "f"),
        "GWh": Noun("gigawatogodzina", "gigawatogodziny", "gigawatogodzin", "gigawatogodziny", "f"),
        "godz.": Noun("godzina", "godziny", "godzin", "godziny", "f"),
        "min": Noun("minuta", "minuty", "minut", "minuty", "f"),
        "pkt proc.": Noun("punkt procentowy", "punkty procentowe", "punktów procentowych", "punktu procentowego"),
    }
)
UKRAINIAN = _squared(
    {
        "м/с": Noun("метр за секунду", "метри за секунду", "метрів за секунду", "метра за секунду"),
        "с": Noun("секунда", "секунди", "секунд", "секунди", "f"),
        "сек": Noun("секунда", "секунди", "секунд", "секунди", "f"),
        "кВ": Noun("кіловольт", "кіловольти", "кіловольтів", "кіловольта"),
        "кВт·год": Noun("кіловат-година", "кіловат-години", "кіловат-годин", "кіловат-години", "f"),
        "кВт⋅год": Noun("кіловат-година", "кіловат-години", "кіловат-годин", "кіловат-години", "f"),
        "в. п.": Noun("відсотковий пункт", "відсоткові пункти", "відсоткових пунктів", "відсоткового пункту"),
        "п. п.": Noun("процентний пункт", "процентні пункти", "процентних пунктів", "процентного пункту"),
        "км": Noun("кілометр", "кілометри", "кілометрів", "кілометра"),
        "м": Noun("метр", "метри", "метрів", "метра"),
        "см": Noun("сантиметр", "сантиметри", "сантиметрів", "сантиметра"),
        "мм": Noun("міліметр", "міліметри", "міліметрів", "міліметра"),
        "кг": Noun("кілограм", "кілограми", "кілограмів", "кілограма"),
        "г": Noun("грам", "грами", "грамів", "грама"),
        "т": Noun("тонна", "тонни", "тонн", "тонни", "f"),
        "л": Noun("літр", "літри", "літрів", "літра"),
        "га": Noun("гектар", "гектари", "гектарів", "гектара"),
        "м²": Noun("квадратний метр", "квадратні метри", "квадратних метрів", "квадратного метра"),
        "кв. м": Noun("квадратний метр", "квадратні метри", "квадратних метрів", "квадратного метра"),
        "км²": Noun("квадратний кілометр", "квадратні кілометри", "квадратних кілометрів", "квадратного кілометра"),
        "кв. км": Noun("квадратний кілометр", "квадратні кілометри", "квадратних кілометрів", "квадратного кілометра"),
        "м³": Noun("кубічний метр", "кубічні метри", "кубічних метрів", "кубічного метра"),
        "км/год": Noun("кілометр на годину", "кілометри на годину", "кілометрів на годину", "кілометра на годину"),
        "°C": Noun("градус Цельсія", "градуси Цельсія", "градусів Цельсія", "градуса Цельсія"),
        "°С": Noun("градус Цельсія", "градуси Цельсія", "градусів Цельсія", "градуса Цельсія"),
        "°": Noun("градус", "градуси", "градусів", "градуса"),
        "кВт": Noun("кіловат", "кіловати", "кіловатів", "кіловата"),
        "МВт": Noun("мегават", "мегавати", "мегаватів", "мегавата"),
        "ГВт": Noun("гігават", "гігавати", "гігаватів", "гігавата"),
        "год": Noun("година", "години", "годин", "години", "f"),
        "хв": Noun("хвилина", "хвилини", "хвилин", "хвилини", "f"),
    }
)
