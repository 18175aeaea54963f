"""What a script is told: exact days first, with what there is to doubt about them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from premierectl.countdown import Countdown
from premierectl.upcoming.filters import Filters
from premierectl.upcoming.outlook import Row, ahead
from premierectl.wording.waits import brief


class ScriptAnswer(Struct, frozen=True):
    """What a script gets, and all that is dated, as far as it is known, the nearest first."""

    rows: Sequence[Row]
    dated: Sequence[Row]

    @property
    def cautions(self) -> Iterator[str]:
        """What to know of these days: which are unconfirmed, and what may come before them."""
        for row in self.rows:
            known = row.item.date
            if known and not known.confirmed:
                yield f"{row.name}: {known.words} is unconfirmed"
        for row in self.dated:
            known = row.item.date
            if known and row not in self.rows and _may_be_earlier(row.item, self.rows[-1].item):
                yield f"{row.title} {row.release.noun} may come earlier: {known.words}"

    @property
    def only_vague(self) -> str:
        """What is known where no exact day is; empty where not even that much is."""
        if not self.dated:
            return ""
        name, item = self.dated[0].name, self.dated[0].item
        wait = brief(item).removeprefix("in ").removesuffix(" (unconfirmed)")
        words = item.date.words if item.date else ""
        return f"{name}: only {words} is known, {wait}; --vague prints it"


def script_answer(
    listed: Sequence[Row], filters: Filters, limit: int | None, *, vague: bool
) -> ScriptAnswer:
    """The first of these rows with an exact day, or with any date where ``vague`` ones will do."""
    dated = list(filter(is_answer, ahead(listed, filters)))
    exact = filter(is_exact, dated)
    return ScriptAnswer((dated if vague else list(exact))[:limit], dated)


def is_answer(row: Row) -> bool:
    """Whether a row is dated at all, and still to come on that date."""
    return bool(row.item.span)


def is_exact(row: Row) -> bool:
    """Whether the very day of it is known besides."""
    return is_answer(row) and row.item.days is not None


def _may_be_earlier(item: Countdown, answered: Countdown) -> bool:
    if item.days is not None or item.days_earliest is None or answered.days_latest is None:
        return False
    return item.days_earliest <= answered.days_latest
