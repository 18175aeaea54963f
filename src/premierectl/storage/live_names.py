"""What the live store's file says of the names of networks and genres."""

from collections.abc import Iterable
from typing import Final

import msgspec

from premierectl.catalogue.layer import Head
from premierectl.folding import folded

# Each network is found behind the one before, without reading what it releases.
NETWORKS: Final = """
WITH RECURSIVE exact(network) AS (
  SELECT min(network) FROM release WHERE first = last
  UNION ALL
  SELECT (SELECT min(network) FROM release WHERE first = last AND network > exact.network)
  FROM exact WHERE network IS NOT NULL
)
SELECT network, (
  SELECT written FROM release JOIN show USING (place)
  WHERE network = exact.network AND first = last LIMIT 1
) FROM exact WHERE network > ''
UNION ALL
SELECT network, written FROM release JOIN show USING (place)
WHERE first < last AND network > '' GROUP BY network
"""


class _GenresAlone(msgspec.Struct):
    """Of a show only its genres."""

    genres: tuple[str, ...] = ()


def network_name(network: str, written: bytes) -> str:
    """A folded network as this show writes it; as it is where the show has another one."""
    stated = msgspec.json.decode(written, type=Head).network
    return stated if isinstance(stated, str) and folded(stated) == network else network


def genres_of(shows: Iterable[tuple[bytes]]) -> tuple[str, ...]:
    """The genres of all these shows, as they are written."""
    read = msgspec.json.Decoder(_GenresAlone).decode
    return tuple(dict.fromkeys(genre for (written,) in shows for genre in read(written).genres))
