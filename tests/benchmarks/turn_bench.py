"""What a turn costs: a bare ask-sdk hello world with and without the SDK's checks, and a whole turn of Spine Coach.

All in one run on one machine, so that the ratios mean something where absolute times do not. In process it is the
median CPU time of one call; over HTTP it is the CPU time of the server's processes for each request answered.
"""

from __future__ import annotations

import http.client
import json
import os
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask

from tests.alexa.verification.lab import Lab
from tests.benchmarks.hello import SERVERS, environment_of, make_app
from tests.benchmarks.tables import Measure
from tests.web.server import free_port

CALLS = 400
WARM_UP = 40
HTTP_REQUESTS = 600
HTTP_CLIENTS = 8
TICKS = os.sysconf("SC_CLK_TCK")
Signed = tuple[bytes, dict[str, str]]


def measure() -> Iterator[Measure]:
    """Yield every measure of a turn."""
    with TemporaryDirectory() as folder, Lab(Path(folder)) as lab:
        os.environ.update({**lab.environment, "SSL_CERT_FILE": str(_with_systems_roots(lab, Path(folder)))})
        yield from _in_process(lab, Path(folder))
        yield from _over_http(lab, Path(folder))


def _with_systems_roots(lab: Lab, folder: Path) -> Path:
    """Return a trust store as a server has it, and the lab's root in it: the SDK's check goes through all of it."""
    path = folder / "all-roots.pem"
    systems = os.environ.get("SSL_CERT_FILE") or ssl.get_default_verify_paths().cafile
    path.write_bytes((Path(systems).read_bytes() if systems else b"") + b"\n" + lab.roots_file.read_bytes())
    return path


def _in_process(lab: Lab, folder: Path) -> Iterator[Measure]:
    apps = {}
    for name in SERVERS:
        os.environ.update(environment_of(name, folder / f"{name}-in-process"))
        apps[name] = make_app(name)
    found = _cpu_ms(apps, list(_requests(lab, CALLS + WARM_UP)))
    for name, value in found.items():
        aim = "<= 1.2" if name == "coach" else ""
        yield Measure(name=f"{SERVERS[name]}, in process", value=value, unit="CPU ms", aim=aim)
    ratio = found["coach"] / found["checked"]
    yield Measure(name="Spine Coach / checked hello world, in process", value=ratio, unit="ratio", aim="<= 0.35")


def _over_http(lab: Lab, folder: Path) -> Iterator[Measure]:
    found = {}
    for name in SERVERS:
        with _server(name, folder / f"{name}-http", lab) as (port, pids):
            requests = list(_requests(lab, HTTP_REQUESTS))
            _send(port, requests[:WARM_UP])
            before = _cpu_seconds(pids())
            failed = _send(port, requests[WARM_UP:])
            spent = _cpu_seconds(pids()) - before
            assert name != "coach" or not failed, f"{failed} turns failed"
            found[name] = spent * 1000 / (HTTP_REQUESTS - WARM_UP)
            yield Measure(name=f"{SERVERS[name]}, HTTP, two workers", value=found[name], unit="CPU ms")
            if name == "coach":
                aim = "<= 80"
                yield Measure(name="largest worker, resident", value=_largest_mb(pids()), unit="MB", aim=aim)
                yield Measure(name="largest worker, its share", value=_largest_mb(pids(), "Pss"), unit="MB", aim=aim)
    ratio = found["coach"] / found["checked"]
    yield Measure(name="Spine Coach / checked hello world, HTTP", value=ratio, unit="ratio", aim="<= 0.35")


def import_measures() -> Iterator[Measure]:
    """Yield what starting costs: CPU time of a process that only imports the server."""
    for name, code in {
        "an empty process": "pass",
        "flask and ask-sdk": "import flask, ask_sdk_core.skill_builder",
        "Spine Coach's server": "import skill.bootstrap, skill.web",
    }.items():
        code = f"{code}\nimport time\nprint(time.process_time())"
        times = [
            float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout)
            for _ in range(5)
        ]
        aim = "<= 0.6" if name.startswith("Spine") else ""
        yield Measure(name=f"import: {name}", value=min(times), unit="CPU s", aim=aim)


def _requests(lab: Lab, count: int) -> Iterator[Signed]:
    """Yield different signed requests: a conversation of launch, help and questions, one patient for each ten."""
    now = lab_now()
    for number in range(count):
        request: dict[str, Any] = {"type": "LaunchRequest"}
        if number % 2:
            request = {
                "type": "IntentRequest",
                "intent": {"name": "AMAZON.HelpIntent", "confirmationStatus": "NONE", "slots": {}},
                "dialogState": "COMPLETED",
            }
        body = json.loads(lab.body(now, requestId=f"amzn1.echo-api.request.{number}", **request))
        for holder in (body["session"], body["context"]["System"]):
            holder["user"]["userId"] = f"amzn1.ask.account.{number // 10}"
        encoded = json.dumps(body).encode()
        yield encoded, lab.sign(encoded)


def lab_now() -> Any:
    """Return the system's time: the SDK's check asks no other clock."""
    from skill.bootstrap import system_clock

    return system_clock()


def _call(app: Flask, body: bytes, headers: dict[str, str]) -> str:
    """Return the status of one WSGI call, as a server makes it."""
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/alexa",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "https",
        "wsgi.input": BytesIO(body),
        "CONTENT_LENGTH": str(len(body)),
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }
    statuses: list[str] = []
    start: Any = lambda status, _headers, _error=None: statuses.append(status)  # noqa: E731
    for _ in app.wsgi_app(environ, start):
        pass
    return statuses[0]


def _cpu_ms(apps: Mapping[str, Flask], requests: list[Signed]) -> dict[str, float]:
    """Return each application's median, the calls taking turns so that a busy machine slows all alike."""
    times: dict[str, list[float]] = {name: [] for name in apps}
    for body, headers in requests:
        for name, app in apps.items():
            before = time.process_time()
            status = _call(app, body, headers)
            times[name].append(time.process_time() - before)
            assert status.startswith("200"), status
    return {name: median(measured[WARM_UP:]) * 1000 for name, measured in times.items()}


@contextmanager
def _server(name: str, folder: Path, lab: Lab) -> Iterator[tuple[int, Callable[[], list[int]]]]:
    port = free_port()
    environment = {**os.environ, **environment_of(name, folder)}
    process = subprocess.Popen(
        [
            *(sys.executable, "-W", "ignore", "-m", "gunicorn", f"tests.benchmarks.hello:make_app('{name}')"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "8", "--worker-class", "gthread"),
            *("--preload", "--log-level", "error"),
        ],
        env=environment,
        start_new_session=True,
    )
    try:
        _wait_for(port)
        yield port, lambda: _children(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(10)


def _wait_for(port: int) -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=1).connect()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers on port {port}")


def _send(port: int, requests: list[Signed]) -> int:
    """Send *requests* over a few connections at once and return how many failed.

    The SDK's own checks read one set of roots in every thread at once, and now and then answer 500 for it.
    """

    def client(mine: list[Signed]) -> int:
        failed = 0
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for body, headers in mine:
            connection.request("POST", "/alexa", body, headers)
            response = connection.getresponse()
            response.read()
            failed += response.status != 200
        connection.close()
        return failed

    shares = [requests[number::HTTP_CLIENTS] for number in range(HTTP_CLIENTS)]
    with ThreadPoolExecutor(HTTP_CLIENTS) as clients:
        return sum(clients.map(client, shares))


def _children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in tasks.split()]


def _cpu_seconds(pids: list[int]) -> float:
    total = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def _largest_mb(pids: list[int], what: str = "Rss") -> float:
    def megabytes(pid: int) -> float:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(f"{what}:")) / 1024

    return max(megabytes(pid) for pid in pids)
