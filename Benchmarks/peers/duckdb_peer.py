"""The figures with DuckDB: typed columns in read_csv, DECIMAL money, SQL."""

import duckdb
from common import ALLOCATIONS, CLIENTS, DECLARATIONS, THREADS, concentration, month, task

task = task()
db = duckdb.connect(config={"threads": THREADS, "preserve_insertion_order": False})


def csv(name, columns, **types):
    declared = {column: types.get(column, "VARCHAR") for column in columns}
    notation = (
        ", dateformat='%d-%m-%Y', decimal_separator=',', thousands='.'" if task.is_dutch else ""
    )
    return (
        f"read_csv('{task.path(name)}', columns={declared}, auto_detect=false, header=true,"
        f" delim='{task.separator}', quote='\"', escape='\"'{notation})"
    )


def list_table(name, columns, values):
    db.execute(
        f"CREATE TEMP TABLE {name} AS SELECT {', '.join(f'unnest(?) AS {c}' for c in columns)}",
        values,
    )


def within(window):
    return f"day BETWEEN DATE '{window[0]}' AND DATE '{window[1]}'"


list_table("products", ["product", "kind", "product_group"], task.products())
list_table("providers", ["provider", "concern"], task.providers())
list_table("areas", ["district", "area"], task.areas())

declarations = csv(
    "declaraties", DECLARATIONS, product_periode_begindatum="DATE", ingediend_bedrag="DECIMAL(18,2)"
)
db.execute(f"""
CREATE TEMP TABLE months AS
SELECT allocation, product, provider, year(day) * 12 + month(day) AS month,
  sum(amount) AS net, sum(amount) FILTER (amount < 0) AS credit,
  sum(amount) FILTER ({within(task.window)}) AS net_window,
  sum(amount) FILTER ({within(task.sequence_window)}) AS net_sequence
FROM (
  SELECT toewijzing_nummer AS allocation, product_code AS product, aanbieder_agb AS provider,
    product_periode_begindatum AS day, ingediend_bedrag AS amount
  FROM {declarations})
GROUP BY ALL;

CREATE TEMP TABLE allocations AS
SELECT toewijzing_nummer AS allocation, client_id AS client,
  coalesce('b' || nullif(beschikking_nummer, ''), 't' || toewijzing_nummer) AS indication
FROM {csv("toewijzingen", ALLOCATIONS)};

CREATE TEMP TABLE placements AS
SELECT client, indication, product, kind, product_group, provider, concern,
  coalesce(area, 'onbekend') AS area, net
FROM (
    SELECT allocation, product, provider, sum(net_window) AS net
    FROM months GROUP BY ALL HAVING sum(net_window) <> 0)
  JOIN allocations USING (allocation) JOIN products USING (product) JOIN providers USING (provider)
  LEFT JOIN (SELECT client_id AS client, buurt_code[1:6] AS district FROM {csv("clienten", CLIENTS)})
    USING (client)
  LEFT JOIN areas USING (district);
""")


def figures(query):
    """Rows of a query with money as integer cents and no key as empty text."""
    return [
        ["" if value is None else value for value in row] for row in db.execute(query).fetchall()
    ]


CENTS = "(sum(net) * 100)::BIGINT"
NET = "(coalesce(sum(net), 0) * 100)::BIGINT"
MARKETS = "GROUPING SETS ((kind, product), (kind), ())"

task.write({
    "lines": figures(f"""
        SELECT ((sum(net) - coalesce(sum(credit), 0)) * 100)::BIGINT,
          (-coalesce(sum(credit), 0) * 100)::BIGINT, {CENTS} FROM months"""),
    "product-gebruik": figures(f"""
        SELECT kind, product, count(DISTINCT indication), count(DISTINCT client),
          count(DISTINCT provider), {NET}
        FROM placements GROUP BY {MARKETS}"""),
    "wijken": figures(f"""
        SELECT if(grouping(area) = 1, 'totaal', area), kind, count(DISTINCT client), {NET}
        FROM placements GROUP BY CUBE (area, kind)"""),
    "maandverloop": [[month(row[0]), *row[1:]] for row in figures(f"""
        SELECT month, count(DISTINCT client), {CENTS}
        FROM months JOIN allocations USING (allocation) WHERE net <> 0 GROUP BY month""")],
    "concentratie": concentration(figures(f"""
        WITH concerns AS (
          SELECT kind, product, concern, {CENTS} AS net FROM placements
          GROUP BY GROUPING SETS ((kind, product, concern), (kind, concern), (concern))
          HAVING sum(net) > 0),
        ranked AS (
          SELECT *, row_number() OVER (PARTITION BY kind, product ORDER BY net DESC) AS rank
          FROM concerns)
        SELECT kind, product, count(*), sum(net)::BIGINT, sum(net) FILTER (rank <= 1)::BIGINT,
          sum(net) FILTER (rank <= 2)::BIGINT, sum(net) FILTER (rank <= 3)::BIGINT
        FROM ranked GROUP BY kind, product""")),
    "combinaties": figures(f"""
        SELECT combination, count(*), {CENTS}
        FROM (
          SELECT string_agg(product_group, ' + ' ORDER BY product_group) AS combination,
            sum(net) AS net
          FROM (SELECT client, product_group, sum(net) AS net FROM placements GROUP BY ALL)
          GROUP BY client)
        GROUP BY combination"""),
    "opvolging": figures("""
        WITH firsts AS MATERIALIZED (
          SELECT client, product_group, min(month) AS first
          FROM months JOIN allocations USING (allocation) JOIN products USING (product)
          WHERE net_sequence <> 0 GROUP BY ALL),
        clients AS (SELECT product_group, count(*) AS clients FROM firsts GROUP BY ALL)
        SELECT a.product_group, b.product_group, any_value(clients),
          count(*) FILTER (b.first > a.first), count(*) FILTER (b.first = a.first)
        FROM firsts a
          JOIN firsts b ON a.client = b.client AND a.product_group <> b.product_group
            AND a.first <= b.first
          JOIN clients c ON c.product_group = a.product_group
        GROUP BY a.product_group, b.product_group"""),
})  # fmt: skip
