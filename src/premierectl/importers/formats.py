"""Every format that can be imported, in the order in which a file is held against them."""

from typing import Final

from premierectl.importers.ani_list import ANI_LIST
from premierectl.importers.bookmarks import BOOKMARKS
from premierectl.importers.document import FileFormat
from premierectl.importers.imdb import IMDB
from premierectl.importers.kodi import KODI
from premierectl.importers.letterboxd import LETTERBOXD
from premierectl.importers.lists import LISTS
from premierectl.importers.my_anime_list import MY_ANIME_LIST
from premierectl.importers.my_shows import MY_SHOWS
from premierectl.importers.netflix import NETFLIX
from premierectl.importers.opml import OPML
from premierectl.importers.own_leftovers import OWN_LEFTOVERS
from premierectl.importers.own_watchlist import OWN_WATCHLIST
from premierectl.importers.series_guide import SERIES_GUIDE
from premierectl.importers.showly import SHOWLY
from premierectl.importers.simkl import SIMKL
from premierectl.importers.sonarr import SONARR
from premierectl.importers.tmdb import TMDB
from premierectl.importers.trakt import TRAKT
from premierectl.importers.tv_time.formats import TV_TIME
from premierectl.importers.yamtrack import YAMTRACK

# Our own files look like nothing else; a list is whatever no tracker wrote.
FORMATS: Final[tuple[FileFormat, ...]] = (
    *OWN_WATCHLIST,
    *OWN_LEFTOVERS,
    *TV_TIME,
    *TRAKT,
    *IMDB,
    *SIMKL,
    *SONARR,
    *SERIES_GUIDE,
    *SHOWLY,
    *YAMTRACK,
    *TMDB,
    *MY_ANIME_LIST,
    *ANI_LIST,
    *KODI,
    *MY_SHOWS,
    *LETTERBOXD,
    *NETFLIX,
    *BOOKMARKS,
    *OPML,
    *LISTS,
)
