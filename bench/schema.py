"""Print a JSON Schema, of a reading or (with ``event``) of an event: ``make schema`` writes both into docs/."""

import json
import sys

from tawatur.exchange import events_jsonl, native

schema = events_jsonl.schema if "event" in sys.argv[1:] else native.schema
print(json.dumps(schema(), indent=2, ensure_ascii=False))
