"""The figures with chDB (ClickHouse in the process): a declared structure, integer cents, SQL."""

import json

from chdb.session import Session
from common import ALLOCATIONS, CLIENTS, DECLARATIONS, THREADS, concentration, month, task

task = task()
db = Session()
SETTINGS = f"max_threads = {THREADS}, format_csv_delimiter = '{task.separator}'"


def csv(name, columns, **types):
    structure = ", ".join(f"{column} {types.get(column, 'String')}" for column in columns)
    return f"file('{task.path(name)}', 'CSVWithNames', '{structure}')"


def store(name, select):
    db.query(f"CREATE TABLE {name} ENGINE = Memory AS {select} SETTINGS {SETTINGS}")


def store_list(name, columns, values):
    structure = ", ".join(f"{column} String" for column in columns)
    quote = lambda text: "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"  # noqa: E731
    rows = ", ".join(f"({', '.join(map(quote, row))})" for row in zip(*values))
    store(name, f"SELECT * FROM values('{structure}', {rows})")


def figures(query):
    settings = f"{SETTINGS}, output_format_json_quote_64bit_integers = 0"
    answer = db.query(f"{query} SETTINGS {settings}", "JSONCompactEachRow")
    return [json.loads(line) for line in answer.data().splitlines()]


def within(window):
    return f"day BETWEEN toDate('{window[0]}') AND toDate('{window[1]}')"


store_list("products", ["product", "kind", "product_group"], task.products())
store_list("providers", ["provider", "concern"], task.providers())
store_list("areas", ["district", "area"], task.areas())

day, amount = "product_periode_begindatum", "ingediend_bedrag"
types = {"product_code": "FixedString(5)", "aanbieder_agb": "FixedString(8)"}
if task.is_dutch:  # makeDate of the parts took half the time of parseDateTime
    day = f"makeDate(toUInt16(substring({day}, 7)), toUInt8(substring({day}, 4, 2)), toUInt8(substring({day}, 1, 2)))"
    amount = f"toDecimal64(replaceOne(replaceAll({amount}, '.', ''), ',', '.'), 2)"
else:
    types |= {day: "Date", amount: "Decimal(18, 2)"}
store(
    "months",
    f"""
    SELECT allocation, product, provider, toYear(day) * 12 + toMonth(day) AS month,
      sum(cents) AS net, sumIf(cents, cents < 0) AS credit,
      sumIf(cents, {within(task.window)}) AS net_window,
      sumIf(cents, {within(task.sequence_window)}) AS net_sequence
    FROM (
      SELECT toewijzing_nummer AS allocation, product_code AS product, aanbieder_agb AS provider,
        {day} AS day, toInt64({amount} * 100) AS cents
      FROM {csv("declaraties", DECLARATIONS, **types)})
    GROUP BY allocation, product, provider, month""",
)
store(
    "allocations",
    f"""
    SELECT toewijzing_nummer AS allocation, client_id AS client,
      if(beschikking_nummer != '', 'b' || beschikking_nummer, 't' || toewijzing_nummer) AS indication
    FROM {csv("toewijzingen", ALLOCATIONS)}""",
)
store(
    "placements",
    f"""
    SELECT client, indication, code AS product, kind, product_group, agb AS provider, concern,
      if(area = '', 'onbekend', area) AS area, net
    FROM (
        SELECT allocation, toString(product) AS code, toString(provider) AS agb,
          sum(net_window) AS net
        FROM months GROUP BY allocation, product, provider HAVING net != 0) AS folded
      JOIN allocations USING (allocation)
      JOIN products ON products.product = code
      JOIN providers ON providers.provider = agb
      LEFT JOIN (
        SELECT client_id AS client, substring(buurt_code, 1, 6) AS district
        FROM {csv("clienten", CLIENTS)}) AS clients USING (client)
      LEFT JOIN areas USING (district)""",
)
store(
    "firsts",
    """
    SELECT client, product_group, min(month) AS first
    FROM months
      JOIN allocations USING (allocation)
      JOIN products ON products.product = toString(months.product)
    WHERE net_sequence != 0 GROUP BY client, product_group""",
)

MARKETS = "GROUPING SETS ((kind, product), (kind), ())"
task.write({
    "lines": figures("SELECT sum(net) - sum(credit), -sum(credit), sum(net) FROM months"),
    "product-gebruik": figures(f"""
        SELECT kind, product, uniqExact(indication), uniqExact(client), uniqExact(provider), sum(net)
        FROM placements GROUP BY {MARKETS}"""),
    "wijken": figures("""
        SELECT if(area = '', 'totaal', area), kind, uniqExact(client), sum(net)
        FROM placements GROUP BY CUBE (area, kind)"""),
    "maandverloop": [[month(row[0]), *row[1:]] for row in figures("""
        SELECT month, uniqExact(client), sum(net)
        FROM months JOIN allocations USING (allocation) WHERE net != 0 GROUP BY month""")],
    "concentratie": concentration(figures("""
        SELECT kind, product, length(nets), arraySum(nets), nets[1],
          arraySum(arraySlice(nets, 1, 2)), arraySum(arraySlice(nets, 1, 3))
        FROM (
          SELECT kind, product, arrayReverseSort(groupArray(net)) AS nets
          FROM (
            SELECT kind, product, concern, sum(net) AS net FROM placements
            GROUP BY GROUPING SETS ((kind, product, concern), (kind, concern), (concern))
            HAVING net > 0)
          GROUP BY kind, product)""")),
    "combinaties": figures("""
        SELECT combination, count(), sum(net)
        FROM (
          SELECT arrayStringConcat(arraySort(groupUniqArray(product_group)), ' + ') AS combination,
            sum(net) AS net
          FROM placements GROUP BY client)
        GROUP BY combination"""),
    "opvolging": figures("""
        SELECT a.product_group, b.product_group, any(clients.clients),
          countIf(b.first > a.first), countIf(b.first = a.first)
        FROM firsts AS a JOIN firsts AS b USING (client)
          JOIN (SELECT product_group, count() AS clients FROM firsts GROUP BY product_group) AS clients
            ON clients.product_group = a.product_group
        WHERE a.product_group != b.product_group AND b.first >= a.first
        GROUP BY a.product_group, b.product_group"""),
})  # fmt: skip
