"""What a row says of a difference between a fake and its recording that is meant."""

from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Purpose:
    """`case` and `dialect` are patterns (`fnmatch`); what may differ begins with `part`.

    With `fields` it is only those, wherever they stand in an answer.
    """

    case: str
    reason: str
    dialect: str = "*"
    part: str | tuple[str, ...] = ""
    fields: tuple[str, ...] = ()

    def covers(self, dialect: str, case: str, difference: str) -> bool:
        return (
            fnmatchcase(dialect, self.dialect)
            and fnmatchcase(case, self.case)
            and difference.startswith(self.part)
            and (not self.fields or difference.split(maxsplit=1)[0].rpartition(".")[2] in self.fields)
        )
