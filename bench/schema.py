"""Print the JSON Schema of a reading: ``make schema`` writes it to docs/reading.schema.json."""

import json

from tawatur.exchange.native import schema

print(json.dumps(schema(), indent=2, ensure_ascii=False))
