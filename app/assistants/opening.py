"""Makes the assistant for a provider, and loads its library only then.

openai takes half a second to import and anthropic more than one, on a machine of 2024; the app
starts without either.
"""

from app.assistants.address import parse_address
from app.assistants.assistant import Assistant, Wire
from app.assistants.failures import KeyInvalid
from app.assistants.mirror import Mirror
from app.privacy.proxy import Proxy


def open_assistant(
    wire: Wire, base_url: str, api_key: str, name: str, proxy: Proxy | None = None
) -> Assistant:
    """Return an assistant that speaks `wire` with the server at `base_url`.

    `api_key` may be empty; `name` is what the user calls the provider; `proxy` is on the way to it.
    Nothing is sent yet.
    Raises an `AddressInvalid` or `KeyInvalid`, before any library is loaded.
    """
    if wire == "mirror":
        return Mirror(name)
    address = parse_address(base_url, wire, name)
    key = api_key.strip()
    # A key travels in a header (RFC 9110, 5.5); a line break in it would begin another one.
    if not all("!" <= character <= "~" for character in key):
        raise KeyInvalid(provider=name)
    if wire == "openai":
        from app.assistants.openai_chat import OpenAIChat  # noqa: PLC0415  slow to load

        return OpenAIChat(address, key, name, proxy=proxy)
    from app.assistants.anthropic_messages import AnthropicMessages  # noqa: PLC0415  slow to load

    return AnthropicMessages(address, key, name, proxy=proxy)
