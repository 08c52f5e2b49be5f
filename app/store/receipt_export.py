"""Writing all receipts into a file of the user's, whole or not at all."""

import json
from pathlib import Path

from app.store import files
from app.store.copying import new_file
from app.store.errors import from_os
from app.store.receipts import Receipts
from app.store.steps import Steps


def export_receipts(receipts: Receipts, target: Path) -> Steps[int]:
    """Write every link of the chain as a line of JSON, oldest first; return how many there are.

    Only the file's owner may read it. After a failure, a crash or half of the steps `target` is as
    it was. Raises `DiskFull`, `ReadOnlyFolder` or `DiskFailed`, and what reading the database
    raises.
    """
    count = 0
    draft = files.draft_of(target)
    try:
        with new_file(draft), draft.open("w", encoding="utf-8", newline="\n") as out:
            for lines in receipts.export():
                out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
                count += len(lines)
                yield
        with files.removed_if_left(draft):
            files.settle(draft, target)
    except OSError as error:
        raise from_os(error, target) from error
    return count
