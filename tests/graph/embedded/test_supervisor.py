"""One server, many commands, and every way in which either can die."""

from __future__ import annotations

import os
import signal
import socket
import stat
import time
from collections.abc import Callable

import psutil
import pytest

from graph.driver import Database, GraphUnavailable
from graph.embedded.configuration import configured_port
from graph.embedded.supervisor import running_server
from tests.graph.embedded.conftest import Area, Command
from tests.graph.embedded.marks import add_mark, marks_in

pytestmark = pytest.mark.embedded

Start = Callable[..., Command]


def test_commands_that_start_at_once_share_a_server_and_the_last_one_stops_it(area: Area, start: Start) -> None:
    commands = [start(), start(), start()]
    assert len({command.uri() for command in commands}) == 1
    server = area.server()
    assert server is not None
    # The first to go is whichever started the server or not; an interrupt from the keyboard reaches its whole group.
    for command in commands[:2]:
        os.killpg(command.process.pid, signal.SIGINT)
        command.process.communicate()
        assert server.process.is_running()
    assert commands[2].leave() == 0
    assert area.server() is None


def test_the_server_is_closed_to_everybody_else(area: Area) -> None:
    with running_server(area.data_dir, area.source, software=area.software) as server:
        process = area.server()
        assert process is not None
        listening = [c.laddr for c in process.process.net_connections() if c.status == psutil.CONN_LISTEN]
        assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}
        with pytest.raises(GraphUnavailable):
            Database.connect(server.uri, server.username, "not the password")
        assert server.password not in repr(server)
    for private in (area.data_dir, area.folders.server, area.folders.home):
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert stat.S_IMODE(area.folders.password.stat().st_mode) == 0o600


def test_a_server_whose_command_was_killed_is_taken_over_and_one_that_was_killed_is_replaced(
    area: Area, start: Start
) -> None:
    first = start()
    first.uri()
    first.kill()
    orphan = area.server()
    assert orphan is not None
    second = start()
    uri = second.uri()
    taken_over = area.server()
    assert taken_over is not None
    assert taken_over.process.pid == orphan.process.pid
    add_mark(area.address(uri))
    orphan.process.kill()
    third = start()
    # The same address: what the second command holds is good again.
    assert third.uri() == uri
    assert marks_in(area.address(uri)) == 1
    assert third.leave() == 0
    assert area.server() is not None
    assert second.leave() == 0
    assert area.server() is None


def test_a_start_that_was_killed_halfway_does_not_hinder_the_next(area: Area, start: Start) -> None:
    halfway = start()
    while area.server() is None:
        time.sleep(0.02)
    halfway.kill()
    assert start().uri().startswith("bolt://127.0.0.1:")


def test_a_forked_child_that_leaves_does_not_give_the_server_up(area: Area, start: Start) -> None:
    command = start("--fork")
    assert command.uri()
    assert area.server() is not None
    assert command.leave() == 0
    assert area.server() is None


def test_a_taken_port_is_left_alone(area: Area) -> None:
    with running_server(area.data_dir, area.source, software=area.software):
        port = configured_port(area.folders)
    assert port is not None
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", port))
        other.listen()
        with running_server(area.data_dir, area.source, software=area.software) as server:
            assert server.uri != f"bolt://127.0.0.1:{port}"
            add_mark(server)
