"""Invented review sites: what their pages said, and when.

Everything here is made up: sites, people, films, books. The dates count back from the day of the run, so that the
calendars of the reading room have something to show.
"""

from dataclasses import dataclass, field, replace
from html import escape

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>'


@dataclass(frozen=True)
class Review:
    """A page as it stood on some day."""

    title: str
    author: str
    paragraphs: tuple[str, ...]
    rating: str = ""
    item: str = ""
    bio: str = ""
    tags: tuple[str, ...] = ()
    published: str = "2025-02-11"
    language: str = "en"
    direction: str = "ltr"
    site: str = "The Second Reel"
    by: str = "By"

    def html(self) -> bytes:
        def link(tag):
            return f'<a rel="tag" href="/tag/{escape(tag.lower().replace(" ", "-"))}">{escape(tag)}</a>'

        parts = [
            f'<!DOCTYPE html><html lang="{self.language}" dir="{self.direction}"><head><meta charset="utf-8">',
            f"<title>{escape(self.title)} | {escape(self.site)}</title>",
            f'<meta property="og:site_name" content="{escape(self.site)}"><meta property="og:type" content="article">',
            f'<meta property="article:published_time" content="{self.published}">',
            '</head><body><nav><a href="/">Home</a> <a href="/about">About</a></nav><article>',
            f'<h1>{escape(self.title)}</h1><p class="byline">{self.by} <a rel="author" href="/by">{escape(self.author)}</a></p>',
            f'<time datetime="{self.published}">{self.published}</time>',
            '<div class="entry-content">',
            *(f"<p>{escape(text)}</p>" for text in self.paragraphs),
            "</div>",
        ]
        if self.rating:
            parts.append(f'<p class="rating">Rating: {escape(self.rating)}</p>')
        if self.tags:
            parts.append(f'<p class="tags">Tags: {", ".join(map(link, self.tags))}</p>')
        if self.bio:
            parts.append(
                f'<div class="author-bio"><h3>About {escape(self.author)}</h3><p>{escape(self.bio)}</p></div>'
            )
        parts.append(f"</article><footer>© {escape(self.site)}</footer></body></html>")
        return "".join(parts).encode()


@dataclass(frozen=True)
class History:
    """A page and its texts: (days ago, what stood there then), the oldest first."""

    address: str
    states: tuple[tuple[int, Review], ...] = field(default=())


LIGHTHOUSE = Review(
    title="The Lamp Room: a winter with nobody in it",
    author="Ingrid Sallow",
    rating="4/5",
    tags=("Documentary", "Islands", "Work"),
    published="2025-02-11",
    bio="Ingrid Sallow reviews documentaries and keeps bees. She has been writing for The Second Reel since its third issue.",
    paragraphs=(
        "There is a shot in The Lamp Room that lasts eleven minutes. A man climbs a spiral stair, and the camera waits for him at "
        "the top. By the time he arrives you know the sound of each step, and you have begun to worry about his knees.",
        "Tove Marrick spent a winter with the last keepers of the Hollin light, and what she brought home is not a film about "
        "solitude. It is a film about maintenance. Brass is polished, lists are kept, the weather is written down four times a day "
        "by somebody who knows that a machine already has.",
        "The interviews are the weakest part. Asked what they will miss, the keepers say what people say. Left alone with a broken "
        "hinge they become eloquent, and Marrick is wise enough to leave them alone with a great many broken hinges.",
        "I wish the score trusted us as much as the pictures do. It swells when the fog comes in, as if fog needed help.",
        "Still: this is the rare documentary that teaches you how to look at it. When the lamp is turned off for the last time, "
        "nobody speaks, and the cut to black is the only cut in the film that feels like one.",
    ),
)

LIGHTHOUSE_EDITED = replace(
    LIGHTHOUSE,
    rating="3/5",
    paragraphs=(
        LIGHTHOUSE.paragraphs[0].replace("eleven minutes", "nine minutes"),
        LIGHTHOUSE.paragraphs[1],
        LIGHTHOUSE.paragraphs[3],
        LIGHTHOUSE.paragraphs[2].replace("The interviews are the weakest part.", "The interviews are uneven."),
        LIGHTHOUSE.paragraphs[4],
    ),
)

LIGHTHOUSE_STAFF = replace(
    LIGHTHOUSE_EDITED,
    author="Reel Desk",
    bio="",
    tags=("Documentary", "Islands", "Partner content"),
    paragraphs=LIGHTHOUSE_EDITED.paragraphs[:3]
    + ("The Lamp Room is on general release from Friday, in a version shortened by its distributor.",)
    + LIGHTHOUSE_EDITED.paragraphs[4:],
)

HEBREW = Review(
    title="המגדלור האחרון: ביקורת",
    author="נועה ברק",
    rating="7/10",
    language="he",
    direction="rtl",
    by="מאת",
    site="במה",
    published="2025-06-01",
    tags=("תיעודי", "ים"),
    paragraphs=(
        "הסרט נפתח בחורף ארוך, ובאיש שמטפס במדרגות לולייניות אל החדר שבו המנורה הגדולה עדיין דולקת מדי לילה.",
        "הבמאית מלווה את שומרי המגדלור האחרונים בלי למהר, ומניחה לעבודה היומיומית לספר את הסיפור במקום המילים.",
        "המוזיקה מיותרת לפעמים, אבל התמונות נשארות איתך זמן רב אחרי שהאור באולם נדלק.",
    ),
)

ARABIC = Review(
    title="حارس الضوء: مراجعة",
    author="ليلى منصور",
    language="ar",
    direction="rtl",
    by="بقلم",
    site="شاشة",
    published="2025-07-04",
    tags=("وثائقي",),
    paragraphs=(
        "يبدأ الفيلم في شتاء طويل برجل يصعد درجا حلزونيا نحو الغرفة التي لا يزال فيها المصباح الكبير مضاء كل ليلة.",
        "ترافق المخرجة آخر حراس المنارة من دون عجلة وتترك للعمل اليومي أن يروي الحكاية بدلا من الكلام.",
        "الموسيقى زائدة أحيانا لكن الصور تبقى معك وقتا طويلا بعد أن تضاء القاعة.",
    ),
)

JAPANESE = Review(
    title="灯台の冬、最後の当番",
    author="佐倉 美帆",
    language="ja",
    by="文：",
    site="銀幕通信",
    published="2025-05-20",
    tags=("記録映画",),
    paragraphs=(
        "長い冬の朝、男が螺旋階段を上っていく。カメラは上で待っている。彼が着くころには、一段ごとの音を覚えてしまっている。",
        "監督は最後の灯台守たちに寄り添い、言葉の代わりに毎日の手入れを映し続ける。真鍮は磨かれ、天気は一日に四度書き留められる。",
        "音楽はときに説明しすぎる。それでも明かりが消える瞬間、客席の誰もが息を止めていた。",
    ),
)

HOSTILE_REVIEW = Review(
    title=f"A title with teeth {HOSTILE}",
    author=f"Mallory {HOSTILE}",
    bio=f"Writes for nobody in particular {HOSTILE}, and has done so for a long time, in several small magazines.",
    tags=(f"War {HOSTILE}", "Peace"),
    rating="2/5",
    published="2025-09-09",
    paragraphs=(
        f"The first paragraph of this review tries to break out of its box {HOSTILE} and it does not get very far.",
        "The second one has a javascript:alert(3) in it, and a data:text/html,<script>alert(4)</script> for good measure.",
        "The third is as dull as the others, which is how the text of a page should be once it has been archived.",
    ),
)

FILMS = (
    "Salt Ledger", "The Orchard Clock", "Nine Bridges North", "Paper Tide", "The Quiet Ferry", "A House for Crows",
    "Second Harvest", "The Map Seller", "Weights and Measures", "Glass Meadow", "The Understudy's Year", "Low Sun",
)
CRITICS = ("Ingrid Sallow", "Tomas Heale", "Abeni Oakes", "Rue Calder")
SENTENCES = (
    "It begins with a door that will not close, and takes its time to tell us why.",
    "The performances are careful, as if everybody had been asked not to wake a child in the next room.",
    "What could have been a thesis is allowed to remain a story, and is the better for it.",
    "The middle hour sags under the weight of its own patience, but it never lies to us.",
    "There is a supper scene that I would keep if everything else had to go.",
    "The photography is plain in the best sense: you can see what people do with their hands.",
    "Somebody should give the sound editor a prize, and the composer a holiday.",
    "By the end the question has changed, which is more than most films manage.",
)


def _made(number: int) -> Review:
    film = FILMS[number % len(FILMS)]
    texts = tuple(
        " ".join(SENTENCES[(number + 3 * part + step) % len(SENTENCES)] for step in range(3)) for part in range(4)
    )
    return Review(
        title=f"{film}: " + ("a small marvel", "slow but true", "more weather than story", "worth the walk")[number % 4],
        author=CRITICS[number % len(CRITICS)],
        rating=f"{1 + (number * 7) % 5}/5",
        tags=(("Drama", "Documentary", "Debuts")[number % 3], ("Festival", "Rereleases")[number % 2]),
        published=f"{2023 + number % 3}-{1 + number % 12:02d}-{1 + (number * 5) % 27:02d}",
        paragraphs=texts,
    )


def _many_versions() -> History:
    base = _made(3)
    states = []
    for edit in range(14):
        text = base.paragraphs[:3] + (base.paragraphs[3] + " " + " ".join(SENTENCES[: edit % 6]) + f" Note {edit}.",)
        states.append((330 - edit * 23, replace(base, title="The running file", paragraphs=text, rating=f"{1 + edit % 5}/5")))
    return History("http://secondreel.example/reviews/the-running-file", tuple(states))


def histories() -> list[History]:
    """All pages, each with its states."""
    pages = [
        History(
            "http://secondreel.example/reviews/the-lamp-room",
            ((300, LIGHTHOUSE), (210, LIGHTHOUSE), (120, LIGHTHOUSE_EDITED), (60, LIGHTHOUSE_EDITED), (9, LIGHTHOUSE_STAFF)),
        ),
        History("http://bama.example/reviews/lighthouse", ((150, HEBREW), (30, replace(HEBREW, rating="6/10")))),
        History("http://shasha.example/reviews/light-keeper", ((140, ARABIC),)),
        History("http://ginmaku.example/reviews/toudai", ((160, JAPANESE), (12, replace(JAPANESE, rating="80点")))),
        History("http://hostile.example/reviews/teeth", ((90, HOSTILE_REVIEW),)),
        _many_versions(),
    ]
    for number in range(24):
        host = ("secondreel.example", "nightbus-reviews.example")[number % 2]
        first = _made(number)
        slug = FILMS[number % len(FILMS)].lower().replace(" ", "-").replace("'", "")
        states = [(340 - 13 * number, first)]
        if number % 5 == 0:
            states.append((max(1, 200 - 13 * number), replace(first, rating="5/5")))
        pages.append(History(f"http://{host}/reviews/{slug}-{number}", tuple(states)))
    return pages
