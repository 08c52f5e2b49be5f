"""The last look at a request of 200 KB: `python -m tests.bench.outbound [COUNT]`.

At first the whole chat is new to the check; then each request has one new message, whose values
have just been learned, as in use. `--false-alarms N` sends N generated clean requests past it.
"""

import argparse
import json
import random
import statistics
import time

from app.privacy.examined import Examined
from app.privacy.known import KnownValues
from app.privacy.outbound import OutboundCheck, OutboundLeak
from app.privacy.placeholder import Placeholder
from tests.bench.texts import text_of
from tests.bench.vaults import values

_SIZE = 200_000
_REQUESTS = 100
_URL = "https://api.provider.example/v1/chat/completions"
_HEADERS = (("Content-Type", "application/json"), ("User-Agent", "Understudy"))


def _words(chance: random.Random, count: int) -> str:
    return " ".join(
        "".join(chance.choices("abcdefghiklmnoprstuvw", k=chance.randint(2, 9)))
        for _ in range(count)
    )


def _message(chance: random.Random) -> dict[str, str]:
    """Return a message as it leaves: no value of the vault's."""
    lines = [line for line in text_of(3_000).split("\n") if "Rosalind" not in line]
    chance.shuffle(lines)
    said = f"{_words(chance, 40)}\n<Email_{chance.randint(1, 99)}>\n" + "\n".join(lines)
    return {"role": chance.choice(["user", "assistant"]), "content": said}


def _body(messages: list[dict[str, str]]) -> bytes:
    return json.dumps({"model": "small", "stream": True, "messages": messages}).encode()


def _measure(count: int) -> None:
    chance = random.Random(5)  # noqa: S311, nothing secret
    known: KnownValues[Placeholder] = KnownValues()
    examined: Examined[Placeholder] = Examined()
    for number, (privacy_type, value) in enumerate(values(count), 1):
        known.add(Placeholder("Real_Name", number), privacy_type, value)
    messages: list[dict[str, str]] = []
    while len(_body(messages)) < _SIZE:
        messages.append(_message(chance))
    alone, taken = [], []
    for number in range(_REQUESTS):
        if number % 10 == 0:
            started = time.perf_counter()
            OutboundCheck(known).examine(_URL, _HEADERS, _body(messages))
            alone.append((time.perf_counter() - started) * 1000)
        messages[number % len(messages)] = _message(chance)
        placeholder, value = Placeholder("Email", number + 1), f"fresh{number}@example.org"
        known.add(placeholder, "Email", value)
        examined.learn(placeholder, "Email", value)
        body = _body(messages)
        started = time.perf_counter()
        OutboundCheck(known, examined=examined).examine(_URL, _HEADERS, body)
        taken.append((time.perf_counter() - started) * 1000)
    print(f"{count:,} values, {len(body):,} bytes; milliseconds")
    print(f"{'':<44} {'p50':>8} {'p95':>8}")
    later = sorted(taken[1:])
    for name, times in (("nothing examined before", sorted(alone)), ("one new message", later)):
        late = times[min(len(times) - 1, int(len(times) * 0.95))]
        print(f"{name:<44} {statistics.median(times):>8.1f} {late:>8.1f}")


def _false_alarms(requests: int) -> None:
    chance = random.Random(11)  # noqa: S311, nothing secret
    known: KnownValues[Placeholder] = KnownValues()
    for number, (privacy_type, value) in enumerate(values(10_000), 1):
        known.add(Placeholder("Real_Name", number), privacy_type, value)
    alarms = 0
    for _ in range(requests):
        noise = chance.randbytes(chance.randint(0, 200))
        said = [_words(chance, 60), noise.hex(), json.dumps({"n": chance.random()})]
        messages = [{"role": "user", "content": each} for each in said]
        try:
            OutboundCheck(known).examine(_URL, _HEADERS, _body(messages))
        except OutboundLeak:
            alarms += 1
    print(f"{alarms} false alarms in {requests:,} clean requests")


def main() -> None:
    """Measure, or count false alarms, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=10_000)
    parser.add_argument("--false-alarms", type=int)
    asked = parser.parse_args()
    if asked.false_alarms:
        _false_alarms(asked.false_alarms)
    else:
        _measure(asked.count)


if __name__ == "__main__":
    main()
