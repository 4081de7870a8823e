"""What the site asks of the public database, as SQL with bound parameters."""

SITE = "SELECT key, value FROM site"

CLAIM = "SELECT * FROM claims WHERE id = :id"

CLAIMS_WITH_PREFIX = """SELECT id FROM claims WHERE id >= :prefix AND id < :prefix || char(1114111)
    ORDER BY id LIMIT 2"""

OF_A_SOURCE = """s.title AS source_title, s.author AS source_author,
    s.publisher AS source_publisher, s.published AS source_published, s.url AS source_url,
    s.warc_date, s.outcome, s.payload_digest"""

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

NEWEST = """SELECT * FROM claims WHERE status != 'withdrawn'
    ORDER BY verdict IS NULL, decided_at DESC, check_worthiness DESC, id LIMIT :limit"""

CORRECTIONS = """SELECT d.*, c.claim AS claim_words FROM decisions d JOIN claims c ON c.id = d.claim
    WHERE d.status IN ('corrected', 'withdrawn') ORDER BY d.at DESC, d.claim, d.number DESC
    LIMIT :limit"""

FEED = """SELECT *, (SELECT what_was_wrong FROM notices n WHERE n.claim = claims.id
        ORDER BY number DESC LIMIT 1) AS what_was_wrong
    FROM claims WHERE verdict IS NOT NULL OR status != 'published'
    ORDER BY decided_at DESC, id LIMIT :limit"""

SITEMAP = "SELECT id, decided_at FROM claims ORDER BY decided_at DESC, id LIMIT :limit"

TOTALS = """SELECT count(*) AS claims, count(verdict) AS verdicts,
    count(CASE WHEN status = 'corrected' THEN 1 END) AS corrected,
    count(CASE WHEN status = 'withdrawn' THEN 1 END) AS withdrawn,
    (SELECT count(*) FROM sources) AS sources FROM claims"""
