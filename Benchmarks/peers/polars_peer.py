"""The figures with Polars: lazy scans with a schema, decimal money, the streaming engine."""

import os

from common import ALLOCATIONS, CLIENTS, DECLARATIONS, THREADS, concentration, month, task

os.environ["POLARS_MAX_THREADS"] = str(THREADS)  # before Polars is loaded
import polars as pl  # noqa: E402
from polars import col  # noqa: E402

task = task()
MONEY = pl.Decimal(18, 2)


def csv(name, columns, **types):
    return pl.scan_csv(
        task.path(name),
        separator=task.separator,
        schema={column: types.get(column, pl.String) for column in columns},
    )


def frame(names, columns):
    return pl.LazyFrame(dict(zip(names, columns)))


def stored(lazy):
    return lazy.collect(engine="streaming").lazy()


def figures(lazy, keys):
    """Rows with the keys in front; a key that the frame does not have (a total) is empty text."""
    frame = lazy.collect(engine="streaming")
    missing = [pl.lit("").alias(key) for key in keys if key not in frame.columns]
    return [
        list(row) for row in frame.with_columns(missing).select(*keys, pl.exclude(keys)).iter_rows()
    ]


day, amount = col("product_periode_begindatum"), col("ingediend_bedrag")
if task.is_dutch:  # Polars' CSV reader knows neither these dates nor thousands
    declarations = csv("declaraties", DECLARATIONS)
    day = day.str.to_date("%d-%m-%Y")
    amount = (
        amount.str.replace_all(".", "", literal=True)
        .str.replace(",", ".", literal=True)
        .cast(MONEY)
    )
else:
    declarations = csv(
        "declaraties", DECLARATIONS, product_periode_begindatum=pl.Date, ingediend_bedrag=MONEY
    )

cents = col("cents")


def cents_where(condition):
    return pl.when(condition).then(cents).otherwise(0)


def within(window):
    return col("day").is_between(*(pl.lit(day).str.to_date() for day in window))


months = stored(
    declarations.select(
        allocation="toewijzing_nummer", product="product_code", provider="aanbieder_agb",
        day=day, cents=(amount * 100).cast(pl.Int64),
    )
    .with_columns(
        month=col("day").dt.year().cast(pl.Int32) * 12 + col("day").dt.month(),
        credit=cents_where(cents < 0),
        net_window=cents_where(within(task.window)),
        net_sequence=cents_where(within(task.sequence_window)),
    )
    .group_by("allocation", "product", "provider", "month")
    .agg(col("cents", "credit", "net_window", "net_sequence").sum())
    .rename({"cents": "net"})
)  # fmt: skip

allocations = stored(
    csv("toewijzingen", ALLOCATIONS).select(
        allocation="toewijzing_nummer", client="client_id",
        indication=pl.when(col("beschikking_nummer") != "").then("b" + col("beschikking_nummer"))
        .otherwise("t" + col("toewijzing_nummer")),
    )
)  # fmt: skip
products = frame(["product", "kind", "group"], task.products())
providers = frame(["provider", "concern"], task.providers())
areas = frame(["district", "area"], task.areas())
clients = csv("clienten", CLIENTS).select(
    client="client_id", district=col("buurt_code").str.head(6)
)

placements = stored(
    months.group_by("allocation", "product", "provider")
    .agg(net=col("net_window").sum())
    .filter(col("net") != 0)
    .join(allocations, on="allocation")
    .join(products, on="product")
    .join(providers, on="provider")
    .join(clients, on="client", how="left")
    .join(areas, on="district", how="left")
    .with_columns(col("area").fill_null("onbekend"))
)
net = col("net").sum()
distinct_clients = col("client").n_unique()


def grouped(lazy, keys, *aggregates):
    return lazy.group_by(keys).agg(*aggregates) if keys else lazy.select(*aggregates)


def levels(lazy, key_sets, *aggregates):
    """The rows of several groupings; the first has all keys."""
    return [
        row for keys in key_sets for row in figures(grouped(lazy, keys, *aggregates), key_sets[0])
    ]  # fmt: skip


MARKETS = [["kind", "product"], ["kind"], []]


def markets():
    for keys in MARKETS:
        concerns = placements.group_by(*keys, "concern").agg(net).filter(col("net") > 0)
        largest = [col("net").top_k(count).sum().alias(f"cr{count}") for count in (1, 2, 3)]
        market = grouped(concerns, keys, pl.len(), net, *largest)
        yield from figures(market.filter(col("len") > 0), MARKETS[0])


def combinations():
    return (
        placements.group_by("client", "group").agg(net)
        .group_by("client").agg(col("group").sort().str.join(" + ").alias("combination"), net)
        .group_by("combination").agg(pl.len(), net)
    )  # fmt: skip


def sequences():
    firsts = stored(
        months.filter(col("net_sequence") != 0).join(allocations, on="allocation")
        .join(products, on="product").group_by("client", "group").agg(first=col("month").min())
    )  # fmt: skip
    later = col("first_right") > col("first")
    return (
        firsts.join(firsts, on="client")
        .filter(col("group") != col("group_right"), col("first_right") >= col("first"))
        .group_by("group", "group_right")
        .agg(followed=later.sum(), together=(~later).sum())
        .join(firsts.group_by("group").agg(clients=pl.len()), on="group")
        .select("group", "group_right", "clients", "followed", "together")
    )


active = months.filter(col("net") != 0).join(
    allocations.select("allocation", "client"), on="allocation"
)
use = [col("indication").n_unique(), distinct_clients, col("provider").n_unique(), net]
areas_and_kinds = [["area", "kind"], ["area"], ["kind"], []]
task.write({
    "lines": [
        [total + -credit, -credit, total]
        for total, credit in figures(months.select(net, col("credit").sum()), [])
    ],
    "product-gebruik": levels(placements, MARKETS, *use),
    "wijken": [
        [area or "totaal", *row]
        for area, *row in levels(placements, areas_and_kinds, distinct_clients, net)
    ],
    "maandverloop": [
        [month(number), *row]
        for number, *row in figures(active.group_by("month").agg(distinct_clients, net), ["month"])
    ],
    "concentratie": concentration(markets()),
    "combinaties": figures(combinations(), ["combination"]),
    "opvolging": figures(sequences(), ["group", "group_right"]),
})  # fmt: skip
