"""What no honest caller sends, in every place where something can be sent."""

# Texts that are longer, emptier, or other than they look.
TEXTS = [
    "", " ", "\u00a0", "\ufeff", "\ufeffa", "\u202eabc", "\u200f", "\u200b", "a\u0000b", "\u0000",
    "\n", "\r\nX-A: b", "\u2028", "e\u0301", "\uffff", "\U0001f4a9", "\U0010ffff", "ÅÅ", "ﬃ", "İ",
    "ß", "x" * 65, "x" * 300, "x" * 5000, "é" * 70_000, "x" * 65_536, "../../etc/passwd", "..\\",
    "%zz", "%00", "%ff", "%2e%2e%2f", "{{7*7}}", "${jndi:ldap://x}", "'; DROP TABLE x; --",
    "<script>alert(1)</script>", '"; filename="x', "null", "true", "NaN", "-0", "1e400",
    "9223372036854775808", "-9223372036854775809", "0x7f", "１２３４５６", "1234567", "123456 ",
    "٠١٢٣٤٥", "0000-00-00", "-0001-01-01", "+10000-01-01", "+1000000000-12-31", "9999-12-31",
    "10000-01-01", "2026-02-30", "2026-2-1", "2026-02-12T24:00:00Z", "2016-12-31T23:59:60Z",
    "1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z", "fr-FR", "FR", "ru",
    "uk\u0000", "a@b", "<a@outlet.example>", "a@@outlet.example", "a b@outlet.example",
    '"a b"@outlet.example', "a@[127.0.0.1]", "a@xn--", "a@-.example", "ä@outlet.example",
    "a@ümlaut.example", "a@outlet.example\r\nBcc: b@outlet.example", "a@" + "x" * 250 + ".example",
    ".a@outlet.example", "a..b@outlet.example", "a@outlet.example.", "a@1.2.3.4", "@", "a@", "v1",
    "a1", "v1,a1", "exact@1", "/fr//evil.example", "/\\evil.example", "https://evil.example",
    "/fr/..%2f..", "javascript:alert(1)", "u1.k1.a.b.c.d", "u1.....", "o1..", "o1.e30.e30",
    "dt_" + "A" * 43, "vf_" + "A" * 22, "se_" + "A" * 22, "0" * 16, "0" * 26, "0" * 40,
    "Wrong-Horse-77!", "Correct-Horse-77!", "pässwörd-ÄÖÜ-77!", "A1!" + "\u00a0" * 12,
    "Aa1!" * 100,
]  # fmt: skip

# As they stand in JSON; some are no JSON at all.
LITERALS = [
    '"\\ud800"', '"\\udc00\\ud800"', '"a\\ud83d"', '"\\u0000"', '"\\ufeff"', '"\\u202e"',
    '"\\uDBFF\\uDFFF"', '"\\x"', '"unclosed', "1e400", "-1e400", "1e-400", "-0", "-0.0", "0.1",
    "1.0", "1e3", "1E+2", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
    "-9223372036854775809", "18446744073709551616", "2147483648", "1" * 64, "1" * 65, "1" * 1100,
    "00", "01", "+1", ".5", "5.", "0x10", "NaN", "Infinity", "-Infinity", "null", "true", "false",
    "[]", "{}", "[[]]", "[{}]", "[null]", '{"a":1,"a":2}', "[" * 17 + "]" * 17,
    "[" * 5000 + "]" * 5000, '{"a":' * 40 + "1" + "}" * 40, "//", "/**/1", "'x'", "undefined",
    "[1,]", "[" + "0," * 120 + "0]", "[" + '"x",' * 60 + '"x"]',
]  # fmt: skip

# As they stand in an address.
QUERIES = [
    "%zz", "%", "%0", "%00", "%ff", "%c0%af", "%ed%a0%80", "%ef%bb%bf", "%e2%80%ae", "+",
    "%2B10000-01-01", "+10000-01-01", "-0001-01-01", "-999999999-01-01", "%2B999999999-12-31",
    "1000000000-01-01", "0000-01-01", "9999-12-31", "2026-02-30", "2026-02-12", "1e3", "0", "-1",
    "101", "100", "1.0", "%201", "9223372036854775808", "2147483648", "%D9%A1", "ru", "FR",
    "fr-FR", "fr,en", "", "null", "[]", "a" * 1100, "a" * 3000, ",", ",,", "a,b", "x" * 40,
    ",".join(["0" * 40] * 21), ",".join(["0" * 40] * 20), "%2F..%2F", "%27%22%3C", "=", "&&", ";",
    "%0d%0aX-A:%20b",
]  # fmt: skip

# Parts of a path, as they stand in an address.
SEGMENTS = [
    "%00", "%ff", "%zz", "%", "%2F", "..%2F..", "%2e%2e", "%20", "%0A", "%EF%BB%BF", "%E2%80%AE",
    "%ED%A0%80", "%C0%AF", "%F0%9F%92%A9", "a;b=c", "a,b", "*", "'", "%22", "%3Cscript%3E", "null",
    "-", "0", "x" * 64, "x" * 65, "x" * 300, "x" * 1100, "x" * 2100, "%25zz", "+", "a+b", "A" * 43,
    "dt_" + "A" * 43, "vf_" + "A" * 22, "se_" + "A" * 22, "0" * 16, "0" * 26, "f" * 40, "F" * 40,
    "u1.k1.a.b.c.d", "o1.e30.e30", "press-briefings", "poster", "subtitles-en", "subtitles-",
    "preview",
]  # fmt: skip

# One too many, one too few, one of another kind.
HEADERS = [
    ("Content-Type", "text/plain"), ("Content-Type", "application/json; charset=utf-16"),
    ("Content-Type", "application/json; charset=nope"), ("Content-Type", "application/json;;;"),
    ("Content-Type", "nonsense"), ("Content-Type", ""), ("Content-Type", "application/xml"),
    ("Content-Type", "application/merge-patch+json"), ("Content-Type", "multipart/form-data"),
    ("Content-Type", "*/*"), ("Content-Type", "APPLICATION/JSON"),
    ("Content-Type", "multipart/form-data; boundary=x"),
    ("Content-Type", "application/x-www-form-urlencoded"),
    ("Content-Type", "application/json, text/plain"), ("Accept", "text/plain"),
    ("Accept", "application/json;q=0"), ("Accept", "nonsense"), ("Accept", ""),
    ("Accept", "text/html"), ("Accept", "a/b;q=x, */*;q=2"),
    ("Accept", "application/problem+json"), ("Accept", "*/*;q=0.1"), ("Accept-Language", "*"),
    ("Accept-Language", "ru, be;q=0.9"), ("Accept-Language", "fr;q=9, \xe9"),
    ("Accept-Language", ",,;q="), ("Accept-Language", "x" * 4000), ("Accept-Language", "uk-UA"),
    ("Accept-Language", "fr-" * 300), ("Accept-Encoding", "identity;q=0"),
    ("Origin", "https://evil.example"), ("Origin", "null"), ("Origin", ""),
    ("Origin", "http://localhost:4566"), ("If-Match", "*"), ("If-Match", "v1"),
    ("If-Match", '"v1"'), ("If-Match", 'W/"v1"'), ("If-Match", '"v1", "v2"'),
    ("If-Match", '"v9223372036854775808"'), ("If-Match", '"'), ("If-None-Match", "*"),
    ("If-None-Match", '"'), ("If-None-Match", "," * 500), ("Idempotency-Key", ""),
    ("Idempotency-Key", "short"), ("Idempotency-Key", "x" * 65), ("Idempotency-Key", "x" * 64),
    ("Idempotency-Key", "a b c d e f g h i j"), ("Idempotency-Key", "\xe9" * 20),
    ("Cookie", "__Host-clipdesk-refresh=a~b~c"), ("Cookie", "__Host-clipdesk-refresh="),
    ("Cookie", ";;;=;"), ("Cookie", "__Host-clipdesk-refresh=" + "x" * 3000),
    ("X-Forwarded-For", "999.1.1.1, ::1"), ("X-Clipdesk-Client", "web"),
    ("X-Clipdesk-Client", "WEB"), ("Sec-Fetch-Site", "cross-site"),
    ("Sec-Fetch-Site", "same-origin"), ("User-Agent", "x" * 3000), ("User-Agent", ""),
    ("User-Agent", "\xe9\xff"), ("X-Big", "x" * 7000), ("Range", "bytes=0-"),
    ("Range", "bytes=9-1"), ("Content-Encoding", "gzip"), ("X-HTTP-Method-Override", "DELETE"),
    ("Date", "yesterday"), ("If-Modified-Since", "never"), ("Host", "evil.example"),
    ("Forwarded", "for=x"),
]  # fmt: skip
