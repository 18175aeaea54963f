"""HTTP against a real server on loopback: what comes back, what is asked, and every way to fail."""

import functools
import gzip
import itertools
import socket
import ssl
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme

from premierectl import __version__
from premierectl.errors import ExitCode, UnavailableError, UsageError
from premierectl.sources.http import pace
from premierectl.sources.http.client import Answer, Client
from premierectl.sources.http.freshness import Validators
from tests.edges.server import (
    Secure,
    Server,
    Step,
    answer,
    dripping,
    hanging_up,
    passing_on,
    rude,
    serving,
    silent,
    zipped,
)

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
ETAG = 'W/"1"'
OK = answer(200, b"{}")


class Clock:
    """Time that passes by sleeping, and by ``tick`` seconds each time it is looked at."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.tick = 0.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        self.seconds += self.tick
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    def now(self) -> datetime:
        return START + timedelta(seconds=self.seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make(clock: Clock) -> Iterator[Callable[..., Client]]:
    """Make a client on this test's clock: ``make(environment, most_bytes=10)``."""
    made = []

    def make(environment: dict[str, str] | None = None, **limits: Any) -> Client:
        limits = {"patience_seconds": 10, "answer_seconds": 10_000, **limits}
        client = Client(
            environment or {},
            now=clock.now,
            clock=pace.Waiting(clock.monotonic, clock.sleep),
            **limits,
        )
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def get(make: Callable[..., Client]) -> Callable[..., Answer]:
    """Ask a server that answers so: ``get(answer(404))``."""

    def get(*steps: Step, known: Validators | None = None, **limits: Any) -> Answer:
        with serving(steps) as server, make(**limits) as client:
            return client.get(server.url, known)

    return get


@pytest.fixture
def fails(get: Callable[..., Answer]) -> Callable[..., str]:
    """The message for a server that answers so, without the host in front of it."""

    def fails(*steps: Step, **limits: Any) -> str:
        with pytest.raises(UnavailableError) as caught:
            get(*steps, **limits)
        return failed(caught.value)

    return fails


def failed(error: UnavailableError, host: str = "127.0.0.1") -> str:
    assert error.exit_code == ExitCode.UNAVAILABLE
    assert error.host == host
    assert error.message.startswith(f"{host} {error.reason}; the catalogue is unchanged, ")
    return error.message.removeprefix(f"{host} ").replace("the catalogue is unchanged, ", "")


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


def secure(authority: trustme.CA, *names: str) -> Secure:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return functools.partial(context.wrap_socket, server_side=True)


def trusting(authority: trustme.CA, folder: Path) -> dict[str, str]:
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return {"SSL_CERT_FILE": str(path)}


# What comes back


def test_a_body_comes_as_it_is(get: Callable[..., Answer]) -> None:
    got = get(answer(200, b'{"id": 1}', ETag=ETAG, Last_Modified="Mon, 23 Nov 2026 10:00:00 GMT"))
    assert got.body == b'{"id": 1}'
    assert not got.missing
    assert got.validators == Validators(
        ETAG, "Mon, 23 Nov 2026 10:00:00 GMT", START + timedelta(hours=1)
    )


def test_a_body_of_unknown_length_in_pieces_or_until_the_end_comes_whole(
    get: Callable[..., Answer],
) -> None:
    pieces = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n[\r\n1\r\n]\r\n0\r\n\r\n"
    assert get(pieces).body == b"[]"
    assert get(hanging_up(b"HTTP/1.1 200 OK\r\n\r\n[1]")).body == b"[1]"


@pytest.mark.parametrize("encoding", ["gzip", "X-GZIP", "deflate"])
def test_a_packed_body_is_unpacked(get: Callable[..., Answer], encoding: str) -> None:
    pack = zlib.compress if encoding == "deflate" else gzip.compress
    assert get(answer(200, pack(b"[2]"), Content_Encoding=encoding)).body == b"[2]"


def test_a_packed_body_may_have_members_or_be_empty(get: Callable[..., Answer]) -> None:
    members = gzip.compress(b"[3,") + gzip.compress(b"4]")
    assert get(answer(200, members, Content_Encoding="gzip")).body == b"[3,4]"
    assert get(answer(200, b"", Content_Encoding="gzip")).body == b""
    large = b"[" + b" " * 3_000_000 + b"]"
    assert get(zipped(large)).body == large


@pytest.mark.parametrize("body", [b"null", b"", b'{"name": "Not Found", "status": 404}'])
def test_a_404_is_an_answer(get: Callable[..., Answer], body: bytes) -> None:
    got = get(answer(404, body, ETag=ETAG))
    assert (got.body, got.missing, got.validators) == (None, True, Validators())


def test_progress_is_told(get: Callable[..., Answer]) -> None:
    told: list[tuple[int, int | None]] = []
    get(answer(200, b"x" * 100_000), progress=lambda came, whole: told.append((came, whole)))
    assert told[-1] == (100_000, 100_000)
    assert [came for came, _ in told] == sorted({came for came, _ in told})


# What is asked, and how often


def test_the_call_says_who_asks_and_for_what(make: Callable[..., Client]) -> None:
    with serving([OK]) as server, make() as client:
        client.get(server.url + "?q=a#part")
    lines = server.calls[0].splitlines()
    assert lines[0] == "GET /shows/1?q=a HTTP/1.1"
    assert (
        f"User-Agent: premierectl/{__version__} (+https://github.com/premierectl/premierectl)"
        in lines
    )
    assert "Accept: application/json" in lines
    assert "Accept-Encoding: gzip" in lines
    assert "If-" not in server.calls[0]


def test_calls_are_half_a_second_apart_on_one_connection(
    make: Callable[..., Client], clock: Clock
) -> None:
    steps = [OK, answer(404, b"null"), answer(301, b"null", Location="/shows/2"), zipped(b"[]"), OK]
    with serving(steps) as server, make() as client:
        for _ in range(3):
            client.get(server.url)
        clock.seconds += 0.4
        client.get(server.url)
    assert clock.slept == [0.5, 0.5, 0.5, pytest.approx(0.1)]
    assert (len(server.calls), server.connections) == (5, 1)


def test_what_is_fresh_is_not_asked_for_again(make: Callable[..., Client], clock: Clock) -> None:
    with serving([answer(200, b"[]", ETag=ETAG, Cache_Control="max-age=3600"), OK]) as server:
        client = make(deadline_seconds=10_000)
        known = client.get(server.url).validators
        clock.seconds = 3599
        assert client.get(server.url, known) == Answer(server.url, None, known)
        clock.seconds = 3600
        assert client.get(server.url, known).body == b"{}"
    assert len(server.calls) == 2
    assert f"If-None-Match: {ETAG}\r\n" in server.calls[1]


def test_what_has_not_changed_is_fresh_anew(make: Callable[..., Client], clock: Clock) -> None:
    changed = "Mon, 23 Nov 2026 10:00:00 GMT"
    known = Validators(last_modified=changed, fresh_until=START)
    with serving([answer(304, ETag=ETAG, Cache_Control="public, max-age=60"), OK]) as server:
        client = make()
        got = client.get(server.url, known)
        assert got.body is None
        assert got.validators == Validators(ETAG, changed, START + timedelta(seconds=60))
        # A whole new answer leaves nothing of the old validators.
        clock.seconds = 60
        assert client.get(server.url, got.validators).validators.etag is None
    assert f"If-Modified-Since: {changed}\r\n" in server.calls[0]
    assert server.connections == 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 3600),
        ({"Cache_Control": "public"}, 3600),
        ({"Cache_Control": "Public, Max-Age=60"}, 60),
        ({"Cache_Control": 'max-age="60"', "Age": "20"}, 40),
        ({"Cache_Control": "max-age=60", "Age": "soon"}, 60),
        ({"Cache_Control": "max-age=999999999"}, 86400),
        ({"Cache_Control": "no-store, max-age=60"}, None),
        ({"Cache_Control": "no-cache"}, None),
    ],
)
def test_how_long_an_answer_is_fresh(
    get: Callable[..., Answer], headers: dict[str, Any], seconds: int | None
) -> None:
    fresh_until = get(answer(200, b"[]", **headers)).validators.fresh_until
    assert fresh_until == (None if seconds is None else START + timedelta(seconds=seconds))


def test_a_clock_that_was_wrong_does_not_keep_an_answer_fresh(get: Callable[..., Answer]) -> None:
    known = Validators(fresh_until=START + timedelta(days=2))
    assert get(OK, known=known).body == b"{}"


def test_validators_that_no_header_may_hold_are_left_out(make: Callable[..., Client]) -> None:
    with serving([OK]) as server:
        make().get(server.url, Validators("a\r\nHost: evil", "„gestern“"))
    assert "If-" not in server.calls[0]
    assert "evil" not in server.calls[0]


# Later, and elsewhere


@pytest.mark.parametrize(
    ("retry_after", "slept"),
    [
        (None, [1.0, 2.0]),
        ("7", [7.0, 7.0]),
        ("3600", [60.0, 60.0]),
        ("0", [0.5, 0.5]),
        ("Mon, 23 Nov 2026 12:00:30 GMT", [30.0, 0.5]),
        ("Mon, 23 Nov 2026 12:00:30 -0000", [30.0, 0.5]),
        ("Mon, 23 Nov 1926 12:00:30 GMT", [0.5, 0.5]),
        ("soon", [1.0, 2.0]),
    ],
)
def test_a_busy_service_is_asked_again_when_it_says_so(
    get: Callable[..., Answer], clock: Clock, retry_after: str | None, slept: list[float]
) -> None:
    headers: dict[str, Any] = {} if retry_after is None else {"Retry_After": retry_after}
    assert get(answer(429, **headers), answer(503, b"busy", **headers), OK).body == b"{}"
    assert clock.slept == slept


def test_a_service_that_stays_broken_is_asked_four_times(
    fails: Callable[..., str], clock: Clock
) -> None:
    assert fails(*[answer(500, b"<html>")] * 5) == "answered 500 after 4 tries; try again later"
    assert clock.slept == [1.0, 2.0, 4.0]


def test_the_fourth_try_may_succeed(get: Callable[..., Answer]) -> None:
    assert get(answer(500), answer(429), answer(502), OK).body == b"{}"


def test_no_wait_passes_the_deadline(fails: Callable[..., str], clock: Clock) -> None:
    message = fails(answer(429, Retry_After="30"), OK, deadline_seconds=20)
    assert message == (
        "answered 429, and to wait 30 s would pass the limit of 20 s; try again later"
    )
    assert clock.slept == []


def test_a_redirect_on_the_same_host_is_followed(make: Callable[..., Client], clock: Clock) -> None:
    with serving(
        [answer(301, b"null", Location="/shows/2"), answer(307, Location="3"), OK]
    ) as server:
        got = make().get(server.url)
    assert got.url == server.url.replace("shows/1", "shows/3")
    assert [call.split()[1] for call in server.calls] == ["/shows/1", "/shows/2", "/shows/3"]
    assert clock.slept == [0.5, 0.5]


WAY = "a newer premierectl may know the way"


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("https://evil.example/shows/1", f"redirects to another host; {WAY}"),
        ("//localhost/shows/1", f"redirects to another host; {WAY}"),
        ("http://127.0.0.1:9/shows/1", f"redirects to another port; {WAY}"),
        ("http://127.0.0.1/shows/1", f"redirects to another port; {WAY}"),
        ("https://127.0.0.1:9/shows/1", f"redirects to another port; {WAY}"),
        ("http://evil.example/", f"redirects to an address that is not https; {WAY}"),
        ("//evil.example\\@127.0.0.1/", f"redirects to an address that is not https; {WAY}"),
        ("ftp://127.0.0.1/", f"redirects to an address that is not https; {WAY}"),
        ("https://a..b/", f"redirects to an address that is not https; {WAY}"),
        ("http://[", f"redirects to an address that is not https; {WAY}"),
        ("http:", "redirects more than 3 times; try again later"),
    ],
)
def test_a_redirect_elsewhere_is_not_followed(
    fails: Callable[..., str], location: str, message: str
) -> None:
    steps = itertools.repeat(answer(302, Location=location), 4)
    assert fails(*steps) == message


def test_a_redirect_that_is_not_to_be_followed_says_where_it_leads(
    make: Callable[..., Client],
) -> None:
    with serving([answer(301, b"null", Location="/shows/2")] * 2) as server:
        got = make().get(server.url, follow=False)
        assert (got.url, got.body, got.moved) == (
            server.url.replace("shows/1", "shows/2"), None, True,
        )  # fmt: skip
    assert len(server.calls) == 1


def test_a_redirect_to_nowhere_is_an_error(fails: Callable[..., str]) -> None:
    assert fails(answer(302)) == f"redirects without saying where to; {WAY}"


def test_a_redirect_does_not_leave_https(
    make: Callable[..., Client], authority: trustme.CA, tmp_path: Path
) -> None:
    steps = [answer(302, Location="http://127.0.0.1/")]
    with (
        serving(steps, secure(authority, "127.0.0.1")) as server,
        pytest.raises(UnavailableError) as caught,
    ):
        make(trusting(authority, tmp_path)).get(server.url)
    assert failed(caught.value) == f"redirects to an address that is not https; {WAY}"


def test_an_endless_redirect_ends(make: Callable[..., Client]) -> None:
    with (
        serving(itertools.repeat(answer(308, Location="/shows/1"))) as server,
        pytest.raises(UnavailableError) as caught,
    ):
        make().get(server.url)
    assert failed(caught.value) == "redirects more than 3 times; try again later"
    assert len(server.calls) == 4


@pytest.mark.parametrize(
    "url",
    ["http://api.tvmaze.com/", "http://128.0.0.1/", "ftp://localhost/", "shows", "", "https://",
     "https://a..b/", "http://evil.example\\@localhost/", "http://[::1/"],
)  # fmt: skip
def test_only_https_is_fetched(make: Callable[..., Client], url: str) -> None:
    with pytest.raises(UsageError) as caught:
        make().get(url)
    message = f"{url!r} cannot be fetched; write an address that begins with https://"
    assert (caught.value.message, caught.value.exit_code) == (message, ExitCode.USAGE)


# Every way to fail


LATER = "try again later"
PAGE = "check whether this network wants a log-in"
HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("step", "message"),
    [
        (answer(403, b"no"), f"answered 403; {LATER}"),
        (answer(204), f"answered 204; {LATER}"),
        (answer(304), f"answered 304; {LATER}"),
        (hanging_up(b""), f"broke the connection off; {LATER}"),
        (hanging_up(HEAD + b"Content-Length: 9\r\n\r\n[1,"),
         f"broke off in the middle of its answer; {LATER}"),
        (hanging_up(HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\n[1,"),
         f"broke off in the middle of its answer; {LATER}"),
        (hanging_up(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"[1]")[:-9]),
         f"broke off in the middle of its answer; {LATER}"),
        (hanging_up(b"220 mail.example ESMTP\r\n"), f"gave an answer that is not HTTP; {LATER}"),
        (hanging_up(HEAD + b"Content-Length: 2, 3\r\n\r\n[]"),
         f"gave an answer that is not HTTP; {LATER}"),
        (answer(200, b"[1]", Content_Encoding="gzip"),
         f"sent an answer that cannot be unpacked; {LATER}"),
        (answer(200, b"[1]", Content_Encoding="br"),
         f"sent an answer packed in a way nobody asked for; {LATER}"),
        (answer(200, b"Welcome", Content_Type="text/html; charset=utf-8"),
         f"sent a page instead of data; {PAGE}"),
        (answer(200, b"\n<!DOCTYPE html>"), f"sent a page instead of data; {PAGE}"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_used(fails: Callable[..., str], step: Step, message: str) -> None:
    assert fails(step) == message


MIB = 1024 * 1024


@pytest.mark.parametrize(
    "step",
    [
        HEAD + b"Content-Length: 99999999999\r\n\r\n",
        hanging_up(HEAD + b"\r\n" + b" " * (MIB + 1)),
    ],
)
def test_too_much_is_refused(fails: Callable[..., str], step: Step) -> None:
    assert fails(step, most_bytes=MIB) == f"sent more than 1 MiB; {LATER}"


def test_a_gzip_bomb_is_refused(fails: Callable[..., str]) -> None:
    message = f"sent more than 1 MiB when unpacked; {LATER}"
    assert fails(zipped(b" " * 64 * MIB), most_unpacked=MIB) == message
    assert fails(answer(200, b" " * (MIB + 1)), most_unpacked=MIB) == message


def test_as_much_as_allowed_is_taken(get: Callable[..., Answer]) -> None:
    got = get(answer(200, b" " * MIB), most_bytes=MIB, most_unpacked=MIB)
    assert got.body == b" " * MIB
    assert get(zipped(b" " * MIB), most_unpacked=MIB).body == b" " * MIB
    long = b"x" * (5 * MIB + 7)
    assert get(zipped(long)).body == long


def test_a_long_body_that_nobody_wants_is_not_read(make: Callable[..., Client]) -> None:
    with serving([answer(404, b"x" * MIB), OK]) as server:
        client = make()
        assert client.get(server.url).missing
        assert client.get(server.url).body == b"{}"
    assert server.connections == 2


def test_a_body_that_nobody_wants_may_break_off(get: Callable[..., Answer]) -> None:
    assert get(hanging_up(b"HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\nnu")).missing


@pytest.mark.parametrize(
    "sent", [b"", b"HTTP/1.1 2", HEAD + b"X-Drip: ", HEAD + b"\r\n",
             HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;"],
)  # fmt: skip
def test_a_drip_does_not_outlast_the_deadline(
    make: Callable[..., Client], clock: Clock, sent: bytes
) -> None:
    with serving([dripping(sent)]) as server:
        client = make(deadline_seconds=300)
        clock.tick = 40
        with pytest.raises(UnavailableError) as caught:
            client.get(server.url)
    assert failed(caught.value) == f"needs more than the 300 s that a run may take; {LATER}"


def test_a_drip_does_not_outlast_the_time_for_one_answer(
    make: Callable[..., Client], clock: Clock
) -> None:
    with serving([dripping(HEAD + b"\r\n"), OK]) as server:
        client = make(deadline_seconds=3_000, answer_seconds=120)
        clock.tick = 10
        with pytest.raises(UnavailableError) as caught:
            client.get(server.url)
        clock.tick = 0
        assert not client.is_over
        server.hang_up()
        assert client.get(server.url).body == b"{}"
    assert failed(caught.value) == f"needs more than the 120 s that an answer may take; {LATER}"


def test_no_wait_passes_the_time_for_one_answer(fails: Callable[..., str]) -> None:
    steps = [answer(429, Retry_After="50")] * 3
    assert fails(*steps, deadline_seconds=3_000, answer_seconds=120) == (
        "answered 429, and to wait 50 s would pass the limit of 120 s; try again later"
    )


def test_a_deadline_that_has_passed_asks_nothing(make: Callable[..., Client], clock: Clock) -> None:
    with serving([OK]) as server:
        client = make(deadline_seconds=300)
        clock.seconds = 300
        with pytest.raises(UnavailableError, match="needs more than the 300 s"):
            client.get(server.url)
    assert server.calls == []


def test_a_service_that_says_nothing(fails: Callable[..., str]) -> None:
    message = f"did not answer within 0.05 s; {LATER}"
    assert fails(silent, patience_seconds=0.05) == message


def test_no_read_waits_longer_than_the_run_may_take(fails: Callable[..., str]) -> None:
    # This clock stands still, so what ends the wait is the limit of the read itself.
    message = fails(silent, patience_seconds=3600, deadline_seconds=0.05)
    assert message == f"did not answer within 3600 s; {LATER}"


def test_a_service_that_stops_in_the_middle(fails: Callable[..., str]) -> None:
    def stop(connection: socket.socket) -> None:
        connection.sendall(answer(200, b"[1, 2]")[:-2])
        silent(connection)

    assert fails(stop, patience_seconds=0.05) == f"did not answer within 0.05 s; {LATER}"


def unused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_a_service_that_is_not_there(make: Callable[..., Client]) -> None:
    with pytest.raises(UnavailableError) as caught:
        make().get(f"http://localhost:{unused_port()}/")
    assert failed(caught.value, "localhost") == (
        "could not be reached: connection refused; check the connection"
    )


# TLS and proxies


CLOCK = "check this computer's clock and SSL_CERT_FILE"


def test_https_with_the_authority_of_the_environment(
    make: Callable[..., Client], authority: trustme.CA, tmp_path: Path
) -> None:
    with serving([OK, OK], secure(authority, "127.0.0.1")) as server:
        client = make(trusting(authority, tmp_path))
        assert [client.get(server.url).body for _ in range(2)] == [b"{}", b"{}"]
    assert server.connections == 1


def test_a_drip_over_tls_does_not_outlast_the_deadline(
    make: Callable[..., Client], clock: Clock, authority: trustme.CA, tmp_path: Path
) -> None:
    with serving([dripping(HEAD)], secure(authority, "127.0.0.1")) as server:
        client = make(trusting(authority, tmp_path))
        clock.tick = 40
        with pytest.raises(UnavailableError, match="needs more than the 300 s"):
            client.get(server.url)


@pytest.mark.parametrize(
    ("name", "trusted", "reason"),
    [
        ("other.example", True, "ip address mismatch, certificate is not valid for '127.0.0.1'"),
        ("127.0.0.1", False, "unable to get local issuer certificate"),
    ],
)
def test_a_wrong_certificate(
    make: Callable[..., Client],
    authority: trustme.CA,
    tmp_path: Path,
    name: str,
    trusted: bool,
    reason: str,
) -> None:
    known = authority if trusted else trustme.CA()
    with (
        serving([OK], secure(authority, name)) as server,
        pytest.raises(UnavailableError) as caught,
    ):
        make(trusting(known, tmp_path)).get(server.url)
    assert failed(caught.value) == (f"has a certificate that cannot be trusted: {reason}; {CLOCK}")
    assert server.calls == []


def test_the_system_trusts_no_stranger(make: Callable[..., Client], authority: trustme.CA) -> None:
    with (
        serving([OK], secure(authority, "127.0.0.1")) as server,
        pytest.raises(UnavailableError, match="a certificate that cannot be trusted"),
    ):
        make().get(server.url)


def test_a_server_without_tls(make: Callable[..., Client]) -> None:
    with (
        serving([OK], rude) as server,
        pytest.raises(UnavailableError) as caught,
    ):
        make().get(server.url)
    assert failed(caught.value) == f"does not speak TLS as it should; {CLOCK}"


@pytest.mark.parametrize(
    ("content", "why"), [(None, "cannot be read"), (b"nothing", "holds no certificates")]
)
def test_a_bundle_that_cannot_be_used(
    make: Callable[..., Client], tmp_path: Path, content: bytes | None, why: str
) -> None:
    path = tmp_path / "bundle.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UsageError, match=f"^SSL_CERT_FILE names .*, which {why}$"):
        make({"SSL_CERT_FILE": str(path)}).get("https://shows.example/")


@pytest.fixture
def shows(authority: trustme.CA) -> Iterator[Server]:
    """A server that calls itself shows.example and answers three times."""
    with serving([OK, OK, OK], secure(authority, "shows.example", "127.0.0.1")) as server:
        yield server


@pytest.mark.parametrize(
    ("variable", "form", "authorization"),
    [
        ("HTTPS_PROXY", "http://127.0.0.1:{}", None),
        ("https_proxy", "127.0.0.1:{}/", None),
        ("https_proxy", "http://me:p%40ss@127.0.0.1:{}", "Basic bWU6cEBzcw=="),
    ],
)
def test_https_goes_through_the_proxy(
    make: Callable[..., Client],
    authority: trustme.CA,
    tmp_path: Path,
    shows: Server,
    variable: str,
    form: str,
    authorization: str | None,
) -> None:
    with serving([passing_on(shows.port)]) as proxy:
        environment = {variable: form.format(proxy.port)} | trusting(authority, tmp_path)
        with make(environment) as client:
            assert client.get("https://shows.example/shows/1").body == b"{}"
            assert client.get("https://shows.example/shows/2").body == b"{}"
    assert proxy.calls[0].startswith("CONNECT shows.example:443 ")
    assert ("proxy-authorization: " in proxy.calls[0].lower()) == bool(authorization)
    assert (authorization or "") in proxy.calls[0]
    assert (len(proxy.calls), len(shows.calls)) == (1, 2)


def test_what_leaves_no_proxy_or_this_computer_goes_straight(
    make: Callable[..., Client], authority: trustme.CA, tmp_path: Path, shows: Server
) -> None:
    trust = trusting(authority, tmp_path)
    nowhere = f"http://127.0.0.1:{unused_port()}"
    for exempt in ("*", "127.0.0.1", f"other.example, .0.0.1:{shows.port}"):
        environment = {"HTTPS_PROXY": nowhere, "HTTP_PROXY": nowhere, "NO_PROXY": exempt}
        with make(environment | trust) as client:
            assert client.get(shows.url).body == b"{}"
    with serving([OK]) as server:
        assert make({"HTTPS_PROXY": nowhere}).get(server.url).body == b"{}"


def test_from_one_host_through_a_proxy_to_one_without(
    make: Callable[..., Client], authority: trustme.CA, tmp_path: Path, shows: Server
) -> None:
    with serving([passing_on(shows.port)]) as proxy:
        environment = {"HTTPS_PROXY": f"127.0.0.1:{proxy.port}", "NO_PROXY": ",127.0.0.1,"}
        client = make(environment | trusting(authority, tmp_path))
        assert client.get("https://shows.example/").body == b"{}"
        assert client.get(shows.url).body == b"{}"


PROXY = "check HTTPS_PROXY and NO_PROXY"


@pytest.mark.parametrize(
    "step", [answer(407, b"who are you?"), answer(403), answer(502), answer(301)]
)
def test_a_proxy_that_does_not_help(make: Callable[..., Client], step: Step) -> None:
    with serving([step]) as proxy:
        address = f"127.0.0.1:{proxy.port}"
        with pytest.raises(UnavailableError) as caught:
            make({"HTTPS_PROXY": address}).get("https://shows.example/")
    assert failed(caught.value, f"the proxy {address}") == f"refuses to pass the call on; {PROXY}"


def test_a_proxy_that_says_nothing(make: Callable[..., Client]) -> None:
    with serving([silent]) as proxy:
        client = make({"HTTPS_PROXY": f"127.0.0.1:{proxy.port}"}, patience_seconds=0.05)
        with pytest.raises(UnavailableError) as caught:
            client.get("https://shows.example/")
    assert failed(caught.value, "shows.example") == f"did not answer within 0.05 s; {LATER}"


def test_a_proxy_that_is_not_there(make: Callable[..., Client]) -> None:
    address = f"127.0.0.1:{unused_port()}"
    with pytest.raises(UnavailableError) as caught:
        make({"HTTPS_PROXY": f"http://me:secret@{address}"}).get("https://shows.example/")
    assert failed(caught.value, f"the proxy {address}") == (
        f"could not be reached: connection refused; {PROXY}"
    )


def test_a_proxy_that_drips_does_not_outlast_the_deadline(
    make: Callable[..., Client], clock: Clock
) -> None:
    with serving([dripping(b"HTTP/1.1 200 ")]) as proxy:
        client = make({"HTTPS_PROXY": f"127.0.0.1:{proxy.port}"})
        clock.tick = 40
        with pytest.raises(UnavailableError) as caught:
            client.get("https://shows.example/")
    assert failed(caught.value, "shows.example") == (
        f"needs more than the 300 s that a run may take; {LATER}"
    )


@pytest.mark.parametrize("words", ["socks5://127.0.0.1:1", "http://", "http://[::1", "http://:80"])
def test_what_is_no_proxy(make: Callable[..., Client], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        make({"HTTPS_PROXY": words}).get("https://shows.example/")
    assert caught.value.message == (
        "HTTPS_PROXY is not the address of a proxy; write http://host:port"
    )
