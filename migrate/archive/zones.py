"""The time zones that Twitter named in settings and archives, and those of the tz database.

Twitter took its names from Rails (activesupport/lib/active_support/values/time_zone.rb, MAPPING):
mostly cities, which the tz database has under their continents. Here are the others.
"""

from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_OTHERS = {
    "International Date Line West": "Pacific/Midway",
    "Midway Island": "Pacific/Midway",
    "American Samoa": "Pacific/Pago_Pago",
    "Samoa": "Pacific/Apia",
    "Hawaii": "Pacific/Honolulu",
    "Alaska": "America/Juneau",
    "Pacific Time (US & Canada)": "America/Los_Angeles",
    "Arizona": "America/Phoenix",
    "Mountain Time (US & Canada)": "America/Denver",
    "Central Time (US & Canada)": "America/Chicago",
    "Saskatchewan": "America/Regina",
    "Guadalajara": "America/Mexico_City",
    "Central America": "America/Guatemala",
    "Eastern Time (US & Canada)": "America/New_York",
    "Indiana (East)": "America/Indiana/Indianapolis",
    "Quito": "America/Lima",
    "Atlantic Time (Canada)": "America/Halifax",
    "Newfoundland": "America/St_Johns",
    "Brasilia": "America/Sao_Paulo",
    "Georgetown": "America/Guyana",
    "Greenland": "America/Godthab",
    "Mid-Atlantic": "Atlantic/South_Georgia",
    "Cape Verde Is.": "Atlantic/Cape_Verde",
    "Edinburgh": "Europe/London",
    "Bern": "Europe/Zurich",
    "West Central Africa": "Africa/Algiers",
    "Pretoria": "Africa/Johannesburg",
    "St. Petersburg": "Europe/Moscow",
    "Abu Dhabi": "Asia/Muscat",
    "Ekaterinburg": "Asia/Yekaterinburg",
    "Islamabad": "Asia/Karachi",
    "Chennai": "Asia/Kolkata",
    "Mumbai": "Asia/Kolkata",
    "New Delhi": "Asia/Kolkata",
    "Astana": "Asia/Dhaka",
    "Sri Jayawardenepura": "Asia/Colombo",
    "Hanoi": "Asia/Bangkok",
    "Beijing": "Asia/Shanghai",
    "Osaka": "Asia/Tokyo",
    "Sapporo": "Asia/Tokyo",
    "Canberra": "Australia/Melbourne",
    "Solomon Is.": "Pacific/Guadalcanal",
    "New Caledonia": "Pacific/Noumea",
    "Marshall Is.": "Pacific/Majuro",
    "Wellington": "Pacific/Auckland",
    "Nuku'alofa": "Pacific/Tongatapu",
    "Tokelau Is.": "Pacific/Fakaofo",
    "Chatham Is.": "Pacific/Chatham",
}
_SPELLINGS = {name.casefold(): zone for name, zone in _OTHERS.items()}


def zone_named(name: str) -> ZoneInfo | None:
    """Find the zone that is meant by Twitter's name, a city, or a name such as Europe/Berlin; else None."""
    sought = " ".join(name.split()).casefold()
    key = _SPELLINGS.get(sought) or _zones_by_name().get(sought.replace(" ", "_"))
    return None if key is None else ZoneInfo(key)


@lru_cache(maxsize=1)
def _zones_by_name() -> dict[str, str]:
    """Map each whole name, and each city, to its zone; of two with the same city either will do."""
    known = sorted(available_timezones())
    cities = {zone.rpartition("/")[2].casefold(): zone for zone in known}
    return cities | {zone.casefold(): zone for zone in known}
