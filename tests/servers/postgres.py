"""A PostgreSQL of our own: a fresh cluster in a temporary folder, loopback only, gone afterwards."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MISSING = "PostgreSQL is not installed; on Debian: apt-get install postgresql"


def binaries() -> Path | None:
    """The folder with initdb and pg_ctl, newest version first; None where there is none."""
    versions = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True
    )
    on_path = shutil.which("initdb")
    candidates = [*versions, *([Path(on_path).resolve().parent] if on_path else [])]
    return next((folder for folder in candidates if (folder / "pg_ctl").exists()), None)


@dataclass(frozen=True, slots=True)
class Cluster:
    """One running server; `crash` and `start` as an operator's worst day would have it."""

    url: str
    control: tuple[str, ...]
    options: str
    log: str

    def start(self) -> None:
        _quietly([*self.control, "-w", "-l", self.log, "-o", self.options, "start"])

    def crash(self) -> None:
        """Stopped without a goodbye: it recovers from its log at the next start."""
        _quietly([*self.control, "-m", "immediate", "stop"])


@contextlib.contextmanager
def running(*, durable: bool = False) -> Iterator[str]:
    """The URL of a fresh, empty database. `durable=False` spares the disk: right for everything but crash tests."""
    with cluster(durable=durable) as server:
        yield server.url


@contextlib.contextmanager
def cluster(*, durable: bool) -> Iterator[Cluster]:
    folder = binaries()
    if folder is None:
        raise FileNotFoundError(MISSING)
    home = Path(tempfile.mkdtemp(prefix="parlour-pg-"))
    port = _free_port()
    # PostgreSQL refuses to run as root; Debian's package brings a user for it.
    user = (
        ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
        if os.geteuid() == 0
        else []
    )
    if user:
        account = pwd.getpwnam("postgres")
        os.chown(home, account.pw_uid, account.pw_gid)
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c max_connections=200"
    )
    if not durable:
        options += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    data = str(home / "data")
    server = Cluster(
        url=f"postgres://postgres@127.0.0.1:{port}/postgres",
        control=(*user, str(folder / "pg_ctl"), "-D", data),
        options=options,
        log=str(home / "log"),
    )
    initdb = [*user, str(folder / "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8"]
    try:
        _quietly([*initdb, "--locale=C.UTF-8"])
        server.start()
        yield server
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            server.crash()
        shutil.rmtree(home, ignore_errors=True)


def _quietly(command: list[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
