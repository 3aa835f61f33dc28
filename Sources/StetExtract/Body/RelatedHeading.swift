internal import StetModel

/// Headings over links to other pages, in the languages of the web.
enum RelatedHeading {
  /// Whether a short text announces other pages: "Related posts", "Das könnte Sie auch interessieren".
  static func isOne(_ text: String) -> Bool {
    guard (4...120).contains(text.utf8.count), filter.mayOpen(Array(text.utf8)[...]) else { return false }
    var lower = LowerCase.utf8(text)[...]
    while let last = lower.last, last == UInt8(ascii: ":") || last == UInt8(ascii: ".") || ASCII.isSpace(last) {
      lower.removeLast()
    }
    if lower.suffix(3).elementsEqual("…".utf8) || lower.suffix(3).elementsEqual("：".utf8) { lower.removeLast(3) }
    return phrases.contains { $0.elementsEqual(lower) }
  }

  private static let words: [String] = [
    "related", "related posts", "related articles", "related stories", "related content", "related reviews",
    "you may also like", "you might also like", "you may also enjoy", "more like this", "read next", "more reviews",
    "ähnliche beiträge", "ähnliche artikel", "verwandte beiträge", "verwandte artikel", "weitere artikel",
    "weitere beiträge", "weitere kritiken", "weitere rezensionen", "das könnte sie auch interessieren",
    "das könnte dich auch interessieren", "das könnte ihnen auch gefallen", "mehr zum thema", "auch interessant",
    "lesen sie auch", "passend dazu",
    "articles similaires", "articles liés", "articles connexes", "à lire aussi", "à lire également", "lire aussi",
    "vous aimerez aussi", "vous pourriez aimer", "vous pourriez aussi aimer", "sur le même sujet",
    "dans la même rubrique",
    "du même auteur", "publications similaires",
    "entradas relacionadas", "artículos relacionados", "noticias relacionadas", "publicaciones relacionadas",
    "contenido relacionado", "te puede interesar", "también te puede interesar", "también te puede gustar",
    "quizás te interese", "lee también", "más noticias", "más reseñas", "más críticas", "relacionado", "relacionados",
    "articoli correlati", "articoli simili", "post correlati", "notizie correlate", "leggi anche",
    "potrebbe interessarti", "potrebbe interessarti anche", "potrebbero interessarti", "ti potrebbe interessare",
    "ti potrebbero interessare", "altri articoli", "altre recensioni", "correlati",
    "artigos relacionados", "posts relacionados", "notícias relacionadas", "matérias relacionadas", "leia também",
    "leia mais", "veja também", "você também pode gostar", "você pode gostar", "também pode gostar de", "ler também",
    "gerelateerde berichten", "gerelateerde artikelen", "gerelateerd", "lees ook", "vergelijkbare berichten",
    "meer recensies", "ook interessant", "misschien vind je dit ook leuk", "dit vind je misschien ook leuk",
    "powiązane wpisy", "powiązane artykuły", "podobne wpisy", "podobne artykuły", "zobacz też", "zobacz także",
    "czytaj też", "czytaj także", "przeczytaj też", "przeczytaj także", "może cię zainteresować", "polecamy",
    "powiązane",
    "relaterade inlägg", "relaterade artiklar", "relaterat", "läs också", "läs även", "liknande inlägg", "läs mer om",
    "du kanske också gillar", "fler recensioner", "mer läsning",
    "relaterede indlæg", "relaterede artikler", "relateret", "læs også", "lignende indlæg", "flere anmeldelser",
    "måske vil du også kunne lide", "du vil måske også kunne lide",
    "relaterte innlegg", "relaterte artikler", "relatert", "relaterte saker", "les også", "lignende innlegg",
    "du liker kanskje også", "flere saker", "mer om", "flere anmeldelser av",
    "aiheeseen liittyvää", "aiheeseen liittyvät artikkelit", "lue myös", "lue lisää aiheesta",
    "samankaltaisia artikkeleita",
    "sinua saattaisi kiinnostaa", "lisää arvosteluja", "samasta aiheesta", "muita artikkeleita",
    "související články", "související příspěvky", "související", "podobné články", "podobné příspěvky", "čtěte také",
    "mohlo by vás zajímat", "mohlo by vás také zajímat", "další články", "další recenze", "přečtěte si také",
    "súvisiace články", "podobné články", "mohlo by vás zaujímať", "prečítajte si aj", "čítajte tiež",
    "kapcsolódó bejegyzések", "kapcsolódó cikkek", "kapcsolódó cikkeink", "kapcsolódó", "kapcsolódó tartalom",
    "hasonló bejegyzések", "hasonló cikkek", "további cikkek", "ajánlott cikkek", "ez is érdekelheti",
    "olvassa el ezt is",
    "ezek is érdekelhetnek", "ez is érdekelhet",
    "articole similare", "articole asemănătoare", "articole înrudite", "articole recomandate", "citește și",
    "citeşte şi",
    "citește și:", "te-ar putea interesa", "s-ar putea să-ți placă", "alte articole", "vezi și", "similare",
    "σχετικά άρθρα", "σχετικές αναρτήσεις", "σχετικά", "διαβάστε επίσης", "διαβάστε ακόμα", "δείτε επίσης",
    "παρόμοια άρθρα", "μπορεί να σας αρέσει", "ίσως σας ενδιαφέρει", "σχετικά νέα",
    "похожие записи", "похожие статьи", "похожие материалы", "похожие посты", "похожие публикации", "похожее",
    "читайте также", "читать также", "смотрите также", "вам может понравиться", "вам также может понравиться",
    "материалы по теме", "по теме", "рекомендуем", "еще по теме", "ещё по теме", "другие рецензии", "другие материалы",
    "интересное по теме", "связанные записи",
    "схожі записи", "схожі статті", "схожі матеріали", "схожі публікації", "подібні записи", "читайте також",
    "читати також", "дивіться також", "вам може сподобатися", "вас може зацікавити", "матеріали за темою", "за темою",
    "пов’язані записи", "пов'язані записи", "інші рецензії", "рекомендуємо",
    "свързани публикации", "подобни публикации", "още по темата", "вижте също", "прочетете също", "свързани",
    "слични чланци", "повезани чланци", "прочитајте и", "slični članci", "povezani članci", "povezane objave",
    "pročitajte i", "pročitajte još", "vezane vijesti", "možda vas zanima", "sorodni prispevki", "preberite tudi",
    "ilgili yazılar", "i̇lgili yazılar", "ilgili haberler", "i̇lgili haberler", "ilgili içerikler", "i̇lgili i̇çerikler",
    "i̇lgili içerikler", "benzer yazılar", "benzer haberler", "bunlar da ilginizi çekebilir",
    "bunlar ilginizi çekebilir",
    "ilginizi çekebilir", "i̇lginizi çekebilir", "ayrıca okuyun", "diğer yazılar", "önerilen yazılar", "ilgili",
    "مقالات ذات صلة", "مواضيع ذات صلة", "موضوعات ذات صلة", "أخبار ذات صلة", "ذات صلة", "اقرأ أيضا", "اقرأ أيضاً",
    "اقرأ أيضًا",
    "مقالات مشابهة", "مواضيع مشابهة", "قد يعجبك أيضا", "قد يعجبك أيضاً", "قد يعجبك أيضًا", "قد يهمك أيضا", "قد يهمك",
    "المزيد من",
    "شاهد أيضا", "شاهد أيضاً", "مقالات متعلقة",
    "פוסטים קשורים", "כתבות קשורות", "מאמרים קשורים", "פוסטים נוספים", "כתבות נוספות", "אולי יעניין אותך",
    "אולי יעניין אתכם",
    "קראו גם", "קרא גם", "עוד בנושא", "קשור", "רשומות קשורות", "מאמרים נוספים",
    "مطالب مرتبط", "نوشته‌های مرتبط", "نوشته های مرتبط", "مقالات مرتبط", "مطالب مشابه", "پست‌های مرتبط", "مطالب پیشنهادی",
    "اخبار مرتبط", "بیشتر بخوانید", "همچنین بخوانید", "شاید بپسندید", "مرتبط",
    "संबंधित लेख", "संबंधित पोस्ट", "संबंधित खबरें", "संबंधित ख़बरें", "यह भी पढ़ें", "ये भी पढ़ें", "इसे भी पढ़ें", "और पढ़ें", "मिलते जुलते लेख",
    "関連記事", "関連する記事", "関連コンテンツ", "関連リンク", "関連投稿", "関連作品", "関連レビュー", "あわせて読みたい", "合わせて読みたい", "こちらもおすすめ",
    "おすすめ記事", "おすすめの記事", "他の記事", "こんな記事も読まれています", "この記事を読んだ人はこんな記事も読んでいます", "人気記事", "関連ニュース",
    "관련 글", "관련글", "관련 기사", "관련기사", "관련 포스트", "관련 뉴스", "추천 글", "추천 기사", "함께 읽으면 좋은 글", "다른 글", "이런 글은 어때요",
    "비슷한 글", "연관 기사", "이 글도 읽어보세요", "함께 보면 좋은 기사", "더 보기", "관련 콘텐츠",
    "相关文章", "相关阅读", "相关推荐", "相关内容", "相关新闻", "推荐阅读", "延伸阅读", "猜你喜欢", "您可能感兴趣", "你可能喜欢", "你可能还喜欢",
    "更多文章", "热门文章", "扩展阅读", "相關文章", "相關閱讀", "相關推薦", "相關新聞", "推薦閱讀", "延伸閱讀", "你可能也喜歡", "您可能也喜歡", "猜你喜歡",
    "更多文章", "熱門文章", "看更多", "繼續閱讀",
    "artikel terkait", "artikel lainnya", "berita terkait", "pos terkait", "postingan terkait", "baca juga", "terkait",
    "simak juga", "lihat juga", "anda mungkin juga menyukai", "mungkin anda suka", "rekomendasi untuk anda",
    "bài viết liên quan", "bài liên quan", "tin liên quan", "bài viết khác", "bài viết tương tự", "có thể bạn quan tâm",
    "có thể bạn thích", "xem thêm", "đọc thêm", "tin cùng chuyên mục", "cùng chuyên mục", "liên quan",
    "เรื่องที่เกี่ยวข้อง", "บทความที่เกี่ยวข้อง",
  ]

  private static let phrases: [[UInt8]] = words.map { Array($0.utf8) }
  private static let filter = WordFilter(words, prefixBytes: 64)
}
