"""Upstream's instruction text: a licensed part of a MemPrivacy model, fetched beside it.

The app ships none of it. Without it the model works with the app's own instructions, so a failure
here fails nothing else.
"""

from pathlib import Path
from urllib.parse import urlsplit

import httpx2

from app.models import durable
from app.models.hub_access import is_secure
from app.privacy.proxy import Proxy

# What the text must have for the prompt to be made of it: where the name and the message go.
FIELDS = ("{real_name}", "{input_dialogue_content}")
# In bytes; the text has about 12,000.
_LONGEST = 256 * 1024
# In seconds.
_TIMEOUT = 20


def fetch_instructions(url: str, target: Path, user_agent: str, proxy: Proxy | None) -> bool:
    """Download the text at `url` to `target`; say whether it came and is what it should be.

    Without the hub's token, without redirects, and only where nobody can change it on the way.
    """
    if not is_secure(url):
        return False
    way = proxy.to(urlsplit(url).hostname or "") if proxy is not None else None
    content = bytearray()
    try:
        with (
            httpx2.Client(trust_env=False, timeout=_TIMEOUT, proxy=way) as client,
            client.stream("GET", url, headers={"user-agent": user_agent}) as response,
        ):
            if response.status_code != httpx2.codes.OK:
                return False
            for piece in response.iter_bytes():
                content += piece
                if len(content) > _LONGEST:
                    return False
        text = content.decode("utf-8")
        if not all(field in text for field in FIELDS):
            return False
        durable.write(target, text.encode())
    except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError, UnicodeDecodeError):
        return False
    return True
