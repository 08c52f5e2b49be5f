"""The main job in the real window, against real servers on the loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.store.messages import MessageState
from tests.assistants.llama_server import LlamaServer, llama_server
from tests.assistants.wire_events import chat_events, message_events, refuse, stream
from tests.assistants.wire_server import Received, Script, WireServer
from tests.e2e.driver import WAIT, Driver
from tests.e2e.planted import leaks
from tests.e2e.recording_proxy import RecordingProxy

__all__ = ["llama_server"]

ENGLISH = (
    "My name is Rosalind Quint. Write to rosalind.quint@example.org or call +1 212 555 0147. "
    "The password is hunter2-violet, the card 4111 1111 1111 1111."
)
CHINESE = (
    "我叫林晓彤，手机号是13912345678，邮箱 xiaotong.lin@example.cn，身份证号11010519491231002X。"
)
PLANTED = (
    *("Rosalind Quint", "rosalind.quint@example.org", "+1 212 555 0147", "hunter2-violet"),
    *("4111 1111 1111 1111", "林晓彤", "13912345678", "xiaotong.lin@example.cn"),
    "11010519491231002X",
)


@pytest.fixture
def driver(qtbot: QtBot, tmp_path: Path) -> Iterator[Driver]:
    driver = Driver(qtbot, tmp_path)
    driver.first_start("Rosalind Quint")
    yield driver
    driver.close()


def echo(request: Received) -> Script:
    """Answer in the Anthropic wire format with what was asked, as a quotation."""
    text = request.json()["messages"][-1]["content"]
    said = text if isinstance(text, str) else text[0]["text"]
    return stream(message_events(*said))


def test_a_real_model_sees_placeholders_only(
    driver: Driver, tmp_path: Path, llama_server: LlamaServer
) -> None:
    with RecordingProxy(llama_server.url) as proxy:
        driver.use("custom", proxy.url, llama_server.model)
        for text in (ENGLISH, CHINESE):
            driver.write(text)
            driver.send()
            assert driver.wait_for_reply().state in (MessageState.COMPLETE, MessageState.FAILED)
        received = proxy.received
    assert received.count(b"POST /v1/chat/completions") == 2
    assert "<Real_Name_1>" in received.decode(errors="replace")
    assert leaks(received, PLANTED) == []
    shown = driver.shown()
    assert [shown[0], shown[2]] == [ENGLISH, CHINESE]
    driver.close()
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert leaks(file.read_bytes(), PLANTED) == [], file.name


def test_the_anthropic_wire_sees_placeholders_and_the_reply_shows_values(driver: Driver) -> None:
    with WireServer() as server:
        server.answer_with(echo)
        driver.use("anthropic", server.url, "small")
        for text in (ENGLISH, CHINESE):
            driver.write(text)
            driver.send()
            reply = driver.wait_for_reply()
            assert (reply.text, reply.state) == (text, MessageState.COMPLETE)
        received = server.received
    assert driver.shown() == [ENGLISH, ENGLISH, CHINESE, CHINESE]
    assert leaks(received, PLANTED) == []


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        CHINESE,
        "🙂 <Email_1> typed by hand, and rosa@example.org; Email_2, `<email_3>`",
        "A@Example.org then a@example.org\n\n| a | b |\n|---|---|\n| 1 | rosa@example.org |",
        "https://example.org/?q=rosa@example.org and **bold rosa@example.org**",
        '{"mail": "rosa@example.org", "say": "\\"hi\\""}',
    ],
)
def test_mirror_gives_back_every_byte(driver: Driver, text: str) -> None:
    driver.write(text)
    driver.send()
    assert driver.wait_for_reply().text == text


def test_quitting_and_unlocking_brings_everything_back(qtbot: QtBot, tmp_path: Path) -> None:
    driver = Driver(qtbot, tmp_path)
    driver.first_start()
    driver.write("Write to rosa@example.org")
    driver.send()
    driver.wait_for_reply()
    driver.close()
    driver = Driver(qtbot, tmp_path)
    driver.unlock("not this one")
    qtbot.waitUntil(lambda: "does not fit" in driver.failure(), timeout=WAIT)
    driver.unlock()
    driver.open_first_chat()
    qtbot.waitUntil(lambda: driver.shown() == ["Write to rosa@example.org"] * 2, timeout=WAIT)
    driver.write("rosa@example.org again")
    driver.send()
    assert driver.wait_for_reply().text == "rosa@example.org again"
    driver.close()


@pytest.mark.parametrize(
    ("status", "body", "said"),
    [
        (401, b'{"error": {"message": "bad key"}}', "key"),
        (404, b'{"error": {"code": "model_not_found"}}', "model"),
        (400, b'{"error": {"code": "context_length_exceeded"}}', "long"),
        (429, b'{"error": {}}', "120 seconds"),
        (500, b"down", "Testing"),
    ],
)
def test_a_refusal_is_said_and_trying_again_doubles_nothing(
    driver: Driver, status: int, body: bytes, said: str
) -> None:
    with WireServer() as server:
        server.play(refuse(status, body, headers={"retry-after": "120"}))
        server.answer_with(echo_openai)
        driver.use("custom", f"{server.url}/v1", "small")
        driver.write("Write to rosa@example.org")
        driver.send()
        assert driver.wait_for_reply().state is MessageState.FAILED
        assert said in driver.text_of("failureText")
        driver.try_again()
        assert driver.wait_for_reply().text == "Write to rosa@example.org"
        assert driver.shown() == ["Write to rosa@example.org"] * 2
        sent = [request.json()["messages"][1:] for request in server.requests]
    assert sent == [[{"role": "user", "content": "Write to <Email_1>"}]] * 2


def test_a_provider_that_is_busy_is_asked_again(driver: Driver, qtbot: QtBot) -> None:
    with WireServer() as server:
        server.play(refuse(429, headers={"retry-after": "1"}))
        server.answer_with(echo_openai)
        driver.use("custom", f"{server.url}/v1", "small")
        driver.write("Write to rosa@example.org")
        driver.send()
        state = driver.find(QLabel, "messageState")
        qtbot.waitUntil(lambda: "again in 1 second" in state.text(), timeout=WAIT)
        assert driver.wait_for_reply().text == "Write to rosa@example.org"
        assert driver.shown() == ["Write to rosa@example.org"] * 2
        bodies = [request.body for request in server.requests]
    assert len(bodies) == 2
    assert bodies[0] == bodies[1]
    receipts = driver.on_core(driver.session.receipts.list)
    assert [receipt.body.encode() for receipt in receipts] == bodies


def echo_openai(request: Received) -> Script:
    """Answer in the OpenAI wire format with what was asked."""
    return stream(chat_events(*request.json()["messages"][-1]["content"]))
