"""What the site asks of the public database, as SQL with bound parameters."""

from db.public_schema import TABLES

SITE = "SELECT key, value FROM site"

CLAIM = "SELECT * FROM claims WHERE id = :id"

CLAIMS_WITH_PREFIX = """SELECT id FROM claims WHERE id >= :prefix AND id < :prefix || char(1114111)
    ORDER BY id LIMIT 2"""

OF_A_SOURCE = """s.title AS source_title, s.author AS source_author,
    s.publisher AS source_publisher, s.published AS source_published, s.url AS source_url,
    s.warc_date, s.outcome, s.payload_digest, s.archive_url AS source_archive_url,
    s.archive_at AS source_archive_at"""

CITATIONS = f"""SELECT n.*, {OF_A_SOURCE} FROM citations n JOIN sources s ON s.id = n.source
    WHERE n.claim = :id
    ORDER BY instr('supports refutes context', n.role), n.cited_at, n.id"""

CSL_ITEMS = """SELECT i.* FROM csl_items i JOIN citations n ON n.id = i.citation
    WHERE n.claim = :id
    ORDER BY instr('supports refutes context', n.role), n.cited_at, n.id"""

CONFIDENTIAL_SOURCES = "SELECT * FROM confidential_sources WHERE claim = :id ORDER BY number"

PASSAGES = f"""SELECT p.*, {OF_A_SOURCE} FROM passages p JOIN sources s ON s.id = p.source
    WHERE p.claim = :id ORDER BY p.rank, p.id"""

ORIGINS = f"""SELECT o.*, {OF_A_SOURCE} FROM origins o JOIN sources s ON s.id = o.source
    WHERE o.claim = :id ORDER BY o.origin_number IS NULL, o.origin_number, s.title, o.source"""

SEARCHES = "SELECT * FROM searches WHERE claim = :id ORDER BY provider, at"

DECISIONS = "SELECT * FROM decisions WHERE claim = :id ORDER BY number DESC"

NOTICES = "SELECT * FROM notices WHERE claim = :id ORDER BY number DESC"

NOTICE_CHANGES = "SELECT * FROM notice_changes WHERE claim = :id ORDER BY number, rowid"

OVERRIDES = "SELECT * FROM overrides WHERE claim = :id ORDER BY gate"

RATINGS = "SELECT * FROM ratings ORDER BY place, label"

SHORT = """id, claim, exact, kind, verdict, rating_value, summary, status, demonstration, claimant,
    claimant_slug,
    publisher, decided_at, citation_count, passage_count"""
"""What a list shows of a claim."""

NEWEST = f"""SELECT {SHORT} FROM claims WHERE status != 'withdrawn'
    ORDER BY verdict IS NULL, decided_at DESC, check_worthiness DESC, id LIMIT :limit"""

NEWEST_JUDGED = f"""SELECT {SHORT} FROM claims WHERE verdict IS NOT NULL
    ORDER BY decided_at DESC, id LIMIT :limit"""

CORRECTIONS = """SELECT n.*, c.claim AS claim_words FROM notices n JOIN claims c ON c.id = n.claim
    ORDER BY n.at DESC, n.claim, n.number DESC LIMIT :limit"""

CLAIMANT = "SELECT * FROM claimants WHERE slug = :slug"

NAMES = """SELECT claimant AS name, claimant_role AS role, count(*) AS claims FROM claims
    WHERE claimant_slug = :slug GROUP BY claimant, claimant_role
    ORDER BY claims DESC, name, role LIMIT 20"""

VERDICTS_OF = """SELECT verdict, rating_value, count(*) AS claims FROM claims
    WHERE claimant_slug = :slug GROUP BY verdict, rating_value ORDER BY claims DESC, verdict"""

CLAIMS_OF = f"""SELECT {SHORT}, article_title, article_published FROM claims
    WHERE claimant_slug = :slug ORDER BY decided_at DESC, id LIMIT :limit OFFSET :offset"""

DOCUMENT = "SELECT * FROM documents WHERE id = :id"

IN_DOCUMENT = f"""SELECT {SHORT}, sentence, position, mark_start, mark_end, ambiguous FROM claims
    WHERE document = :id ORDER BY position, id"""

FEED = """SELECT *, (SELECT what_was_wrong FROM notices n WHERE n.claim = claims.id
        ORDER BY number DESC LIMIT 1) AS what_was_wrong
    FROM claims WHERE verdict IS NOT NULL OR status != 'published'
    ORDER BY decided_at DESC, id LIMIT :limit"""

HOW_MANY = """SELECT (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM claimants) AS claimants"""

SITEMAP = {
    "claims": """SELECT id, decided_at AS changed FROM claims WHERE status != 'withdrawn'
        AND rowid > :after AND rowid <= :to ORDER BY rowid""",
    "documents": "SELECT id, NULL AS changed FROM documents WHERE rowid > :after AND rowid <= :to",
    "claimants": "SELECT slug AS id, NULL AS changed FROM claimants WHERE rowid > :after AND rowid <= :to",
}

TALLIES = "SELECT * FROM tallies"

TOTALS = """SELECT (SELECT count(*) FROM claims) AS claims,
    (SELECT coalesce(sum(claims), 0) FROM tallies WHERE verdict IS NOT NULL) AS verdicts,
    (SELECT count(*) FROM claims WHERE status = 'corrected') AS corrected,
    (SELECT count(*) FROM claims WHERE status = 'withdrawn') AS withdrawn,
    (SELECT count(*) FROM sources) AS sources,
    (SELECT count(*) FROM claimants) AS claimants,
    (SELECT count(*) FROM documents) AS documents"""

MATCHING = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH :words"
MATCHING_BY_RANK = "SELECT rowid FROM claims_fts WHERE claims_fts MATCH :words ORDER BY rank, rowid"
SHORT_BY_NUMBER = f"""SELECT rowid AS number, {SHORT},
    (SELECT count(*) FROM passages WHERE claim = claims.id AND agreement = 'agrees') AS agreeing,
    (SELECT count(*) FROM passages WHERE claim = claims.id AND agreement = 'clashes') AS clashing,
    (SELECT count(*) FROM confidential_sources WHERE claim = claims.id) AS confidential,
    EXISTS (SELECT 1 FROM searches WHERE claim = claims.id) AS searched
    FROM claims WHERE rowid IN ({{}})"""
COLUMNS_OF_CLAIMS = "SELECT rowid, status != 'withdrawn', {} FROM claims ORDER BY rowid"

ALL_ROWS = {name: f"SELECT * FROM {name} ORDER BY rowid" for name in TABLES}
WITHDRAWN_IDS = "SELECT id FROM claims WHERE status = 'withdrawn' ORDER BY id"
