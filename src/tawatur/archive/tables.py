"""The tables. Articles, readings, decisions and exports only grow; tellings, links and events are derived."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
}
metadata = MetaData(naming_convention=NAMING)
Number = BigInteger().with_variant(Integer(), "sqlite")

articles = Table(
    "article",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("outlet", Text),
    Column("url", Text, index=True),
    Column("published", String(10)),
    Column("language", String(8), nullable=False),
    Column("title", Text),
    Column("body", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("given_id", Text),
    Column("added", String(32), nullable=False),
)

readings = Table(
    "reading",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=True),
    Column("article", String(64), ForeignKey("article.key"), nullable=False),
    Column("reader", String(80), nullable=False),
    Column("read", String(32), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("record", LargeBinary, nullable=False),
    UniqueConstraint("article", "reader"),
)

tellings = Table(
    "telling",
    metadata,
    Column("id", String(120), primary_key=True),
    Column("article", String(64), nullable=False, index=True),
    Column("first", Integer),
    Column("last", Integer),
    Column("event", String(16), index=True),
    Column("lead", String(16), nullable=False, index=True),
    Column("record", LargeBinary, nullable=False),
    # The order in which fusing everything anew takes them.
    Index("ix_telling_in_time", "first", "id"),
)

telling_keys = Table(
    "telling_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("telling", String(120), primary_key=True),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)

links = Table(
    "link",
    metadata,
    Column("a", String(120), primary_key=True),
    Column("b", String(120), primary_key=True),
    Column("points", Float, nullable=False),
    Index("ix_link_b", "b"),
    sqlite_with_rowid=False,
)

COUNTED = (
    "rejected",
    "type",
    "standing",
    "country",
    "latest",
    "earliest",
    "parties",
    "outlets",
    "places",
    "kind",
    "point",
    "lat",
    "lon",
    "killed",
    "harmed",
    "dated",
    "decided",
    "clashes",
    "id",
    "number",
)
events = Table(
    "event",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("type", String(40), nullable=False),
    Column("earliest", String(10), nullable=False),
    Column("latest", String(10), nullable=False),
    Column("country", String(2)),
    Column("lat", Float),
    Column("lon", Float),
    Column("x", Float),
    Column("y", Float),
    Column("z", Float),
    Column("standing", String(16), nullable=False),
    Column("killed", Integer),
    Column("harmed", Integer),
    Column("rejected", Boolean, nullable=False),
    Column("dated", Boolean, nullable=False),
    Column("decided", Boolean, nullable=False),
    Column("clashes", Integer, nullable=False),
    Column("radius", Float),
    # Numbers of name sets: many events share one, so that counting them is counting numbers.
    Column("parties", Number),
    Column("outlets", Number),
    Column("places", Number),
    # So too what kind of event it is and where it lies: type, standing … and latitude, longitude, radius.
    Column("kind", Number),
    Column("point", Number),
    Column("record", LargeBinary, nullable=False),
    Index("ix_event_days", "latest", "id"),
    Index("ix_event_type_days", "type", "latest", "id"),
    Index("ix_event_country_days", "country", "latest", "id"),
    Index("ix_event_standing_days", "standing", "latest", "id"),
    Index("ix_event_killed", "killed", "latest"),
    # The points of the map in their order, and all that a circle around one of them asks.
    Index("ix_event_where", "rejected", "lat", "lon", "x", "y", "z", "radius", "latest", "id"),
    # All that counting needs, so that it never reads the records.
    Index("ix_event_counted", *COUNTED),
)

name_sets = Table(
    "name_set",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("digest", String(64), nullable=False, unique=True),
    Column("names", Text, nullable=False),
)

event_keys = Table(
    "event_key",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("value", String(120), primary_key=True),
    Column("event", Number, primary_key=True),
    Index("ix_event_key_event", "event"),
    sqlite_with_rowid=False,
)

# What each outlet and speaker told, summed up over the events that stand.
voices = Table(
    "voice",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("name", String(120), primary_key=True),
    Column("events", Integer, nullable=False),
    Column("alone", Integer, nullable=False),
    Column("contradicted", Integer, nullable=False),
    Column("denies", Integer, nullable=False),
    sqlite_with_rowid=False,
)

voice_reports = Table(
    "voice_report",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("name", String(120), primary_key=True),
    Column("article", BigInteger, primary_key=True, autoincrement=False),
    Column("events", Integer, nullable=False),
    sqlite_with_rowid=False,
)

voice_copies = Table(
    "voice_copy",
    metadata,
    Column("kind", String(8), primary_key=True),
    Column("by", String(120), primary_key=True),
    Column("whose", String(120), primary_key=True),
    Column("events", Integer, nullable=False),
    sqlite_with_rowid=False,
)

decisions = Table(
    "decision",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(16), nullable=False),
    Column("why", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

# Where the anchors of decisions stand today; ``place`` counts the anchors of one decision.
anchored = Table(
    "anchored",
    metadata,
    Column("decision", Number, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("article", String(64), nullable=False, index=True),
    Column("url", Text, index=True),
    Column("telling", String(120)),
)

exports = Table(
    "export_log",
    metadata,
    Column("seq", Number, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("format", String(40), nullable=False),
    Column("filters", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
)

APPEND_ONLY = ("article", "reading", "decision", "export_log")
