/// The words around an author's name, in the languages of the web.
enum BylineWords {
  /// Phrases that introduce who wrote a text, in lower case.
  static let introductions: [String] = introductoryWords + BylineActs.phrases

  private static let introductoryWords: [String] = phrases(
    """
    by; by:; written by; article by; article written by; article from; posted by; published by; submitted by;
    contributed by; created by; authored by; added by; post by; guest post by; story by; text by;
    text and photos by; words by; words and photos by; words and pictures by; review by; reviewed by; a review by;
    book review by; film review by; report by; column by; interview by; opinion by; analysis by; essay by; interview; author;
    authors; author(s); about the author; writer; reviewer; words; von; text; text von; texte von; autor; autorin;
    autoren; autor/in; verfasser; verfasst von; geschrieben von; gespeichert von; eingetragen von; alles von; pressemitteilung von; veröffentlicht von; eingestellt von; erstellt von;
    gepostet von; ein beitrag von; beitrag von; artikel von; ein artikel von; rezension von; eine rezension von;
    kritik von; eine kritik von; ein gastbeitrag von; gastbeitrag von; ein kommentar von; redaktion; par; écrit par;
    ecrit par; rédigé par; publié par; posté par; proposé par; un article de; article de; texte de; texte par;
    texte; critique de; chronique de; propos recueillis par; auteur; auteure; autrice; auteurs; por; escrito por;
    publicado por; enviado por; redactado por; una reseña de; reseña de; crítica de; un artículo de; artículo de;
    texto; texto de; autora; autores; postado por; redação por; crítica por; di; a cura di; scritto da;
    pubblicato da; postato da; inserito da; recensione di; articolo di; testo di; testo; autore; autori; door;
    geschreven door; geplaatst door; gepost door; recensie door; tekst door; tekst; av; skriven av; skrivet av;
    publicerad av; publicerat av; upplagd av; inlagd av; recension av; text av; författare; skribent; skrevet av;
    lagt inn av; publisert av; postet av; anmeldt av; tekst av; forfatter; af; skrevet af; oprettet af; indsendt af;
    anmeldt af; anmeldelse af; tekst af; kirjoittanut; kirjoittaja; teksti; lähettänyt; eftir; höfundur; autorka;
    napisał; napisała; napisane przez; dodane przez; opublikowane przez; przez; przygotował; recenzja; napsal;
    napsala; vložil; autoři; napísal; napísala; írta; írta és fényképezte; szerző; közzétette; de; scris de;
    publicat de; postat de; autorul; piše; napisao; napisala; objavio; objavila; avtor; avtorica; tekst i foto;
    пише; аутор; от; автор; автори; публикувано от; авторы; текст; написал; написала; опубликовал; опубликовала;
    рецензия; από; συντάκτης; συντάκτρια; γράφει ο; γράφει η; γράφει; κείμενο; беседовал; беседовала; yazan; yazar; yazarı; autorius; parašė;
    autors; autore teksta; kirjutas; per; egilea; bởi; tác giả; viết bởi; đăng bởi; oleh; penulis; ditulis oleh;
    diposting oleh; diterbitkan oleh; लेखक; লেখক; โดย; ผู้เขียน; เขียนโดย; بقلم; كتب; كتبت; كتبه; كتبها; بواسطة;
    الكاتب; المؤلف; نشر بواسطة; نویسنده; نوشته; توسط; تحریر; מאת; נכתב על ידי; פורסם על ידי; 作者; 作　者; 文; 文字; 撰文; 記者;
    记者; 采写; 投稿者; 著者; 執筆者; 執筆; 筆者; 取材・文; ライター; 글; 글쓴이; 작성자; 저자;
    started by; reporting by; thread starter; asked by; text und fotos; text und fotos von; fotos und text; text & fotos; text & foto;
    text und foto; text und bilder; text und bild; text & photos; texte et photos; texte & photos; tekst og foto;
    text och foto; text & bild; 责任编辑; 责编; 責任編集; 撰稿; 文責; contributor; contributors; mitwirkende;
    rezensent; rezensentin; autor rezension; testo e foto; testo a cura di; a firma di; texto y fotos; texto e fotos;
    reseñado por; criticado por; autor tekstu; autor recenzji; autorka tekstu; recenzentka; napisał(a); dodał; dodała;
    tekst og bilder; tekst og billeder; text och bild; julkaissut; arvostelija; arvostelijana; lisännyt; vystavil;
    vystavila; odeslal; odeslala; přidal; přidala; publikoval; publikovala; vložila; napsal(a); napsal/a; autor článku;
    autor recenze; pridal; pridala; zverejnil; zverejnila; napísal/a; beküldte; bejegyezte; készítette; szerzője; írta:;
    feltöltötte; posztolta; autoare; autoarea; recenzent; gönderen; yayınlayan; ekleyen; yazar adı; yazan:; yazının yazarı;
    автором; авторка; авторка тексту; автор текста; автор статьи; автор тексту; автор статті; разместил; разместила;
    добавил; добавила; отправил; отправила; публикатор; від; опублікував; опублікувала; написав; написала; додав; додала;
    рецензія; рецензент; опубликовано; отправлено; добавлено; опубліковано; надіслано; додано; από; του συντάκτη;
    επιμέλεια; επιμέλεια κειμένου; γράφουν; autor:in; autor*in; von unserer autorin; von unserem autor;
    מחבר; מחברת; כותב; כותבת; הכותב; הכותבת; כתב; כתבה; بقلم الكاتب; بقلم الكاتبة; الكاتبة; كاتب المقال; كاتب;
    به قلم; به‌قلم; نویسنده مطلب; منتقد; लेखिका; समीक्षक; प्रस्तुतकर्ता; द्वारा; लिखित; लेख; 評者; 書いた人; この記事を書いた人; 文・写真; 写真・文;
    取材・文・写真; 文＝; 投稿; 記事作成者; ライター名; 发帖者; 發表者; 發文者; 張貼者; 发布者; 發佈者; 發布者; 发布人; 编辑作者; 本文作者; 文章作者; 原文作者; 影评人; 由;
    글쓴이; 글·사진; 글/사진; 필자; 기고; 작성; người đăng; người viết; bài viết của; bài và ảnh; bài; thực hiện; penulis artikel;
    penulis ulasan; resensi oleh; ulasan oleh
    """)

  /// Tells texts without any word that introduces an author.
  static let introductionFilter = WordFilter(introductions + Array(postpositions), prefixBytes: 64)

  /// Phrases of links to all that somebody wrote.
  static let bibliographies: [String] = phrases(
    """
    view all posts by; all posts by; more posts by; see all posts by; view more posts by; posts by; articles by;
    all articles by; view all articles by; more articles by; see all articles by; stories by; more stories by;
    more by; more from; alle beiträge von; alle artikel von; weitere beiträge von; weitere artikel von; mehr von;
    beiträge von; voir tous les articles de; tous les articles de; ver todas las entradas de; más de;
    tutti gli articoli di; alle berichten van; meer van
    """)

  /// The same, to look one up.
  static let introductionSet = Set(introductions)

  /// Introductions that are also parts of names: with a capital and one word after them they are taken for a name.
  static let ambiguous: Set<String> = ["von", "de", "di", "av", "af", "per", "por"]

  /// Introductions that mean nothing without a colon or the like: they are everyday words.
  static let needingMark: Set<String> = [
    "text", "texte", "texto", "testo", "tekst", "teksti", "words", "author", "authors", "autor", "autora", "auteur",
    "autore", "writer", "reviewer", "redaktion", "recenzja", "текст", "рецензия", "autors", "글", "文", "文字", "de",
    "about the author", "interview", "autorius", "yazar", "penulis", "skribent", "text und fotos", "fotos und text",
    "text & fotos", "text & foto", "text und foto", "text und bilder", "text und bild", "text & photos",
    "texte et photos", "texte & photos", "tekst og foto", "text och foto", "text & bild", "thread starter",
    "contributor", "contributors", "рецензія", "рецензент", "recenzent", "recenzentka", "rezensent", "rezensentin",
    "מחבר", "מחברת", "כותב", "כותבת", "הכותב", "הכותבת", "כתב", "כתבה", "كاتب", "كاتب المقال", "منتقد", "लेख",
    "投稿", "影评人", "필자", "기고", "작성", "bài", "thực hiện", "autoare", "autoarea", "szerzője", "testo e foto",
    "texto y fotos", "texto e fotos", "tekst og bilder", "tekst og billeder", "text och bild", "επιμέλεια", "γράφουν",
    "arvostelija", "評者", "文・写真", "写真・文", "글·사진", "글/사진", "bài và ảnh", "dodał", "dodała",
  ]

  /// Introductions that name the person: within a line they are part of what it says, unless a colon follows.
  static let nouns: Set<String> = words(
    """
    author authors author(s) writer reviewer contributor contributors mitwirkende autor autorin autoren autor/in autor:in autor*in
    verfasser redaktion rezensent rezensentin auteur auteure autrice auteurs autora autores autore autori författare
    skribent forfatter kirjoittaja arvostelija höfundur autorka szerző szerzője autorul autoare autoarea avtor avtorica аутор
    автор автори авторы авторка рецензент συντάκτης συντάκτρια yazar yazarı autorius autors egilea penulis लेखक लेखिका
    समीक्षक লেখক الكاتب الكاتبة المؤلف كاتب نویسنده منتقد מחבר מחברת כותב כותבת text texte texto testo tekst teksti words
    interview recenzja recenzent recenzentka рецензия рецензія текст stab report review article opinion column essay analysis
    """)

  /// Introductions that say no more than that a text was published: what follows is its author only if it is a full name.
  static let needingFullName: Set<String> = [
    "опубликовано", "отправлено", "добавлено", "опубліковано", "надіслано", "додано", "від", "από", "由", "द्वारा",
    "opublikowano", "автором",
  ]

  /// What stands after the name instead of before it.
  static let afterwords: [String] = ["기자", "tarafından", "द्वारा", "記者", "记者", "撰文", "さん", "님", "씨", "氏"]

  /// Words behind a name that make the line one that credits it, as "by" before it does. The Chinese ones only begin to
  /// say when it was published.
  static let postpositions: Set<String> = ["tarafından", "द्वारा", "님이", "在", "於", "于"]

  /// Phrases that introduce someone else than the author.
  static let otherCredits: [String] = phrases(
    """
    photo; photos; photography; photographs; photographed; pictures; images; illustration; illustrations;
    illustrated; translated; translation; tested; edited; fact checked; fact-checked; medically reviewed;
    clinically reviewed; expert reviewed; geprüft von; fachlich geprüft; medizinisch geprüft; relu par; vérifié par;
    revisado por; verificado por; revisionato da; verificato da; nagekeken door; gecontroleerd door; fagligt gennemgået;
    faktagranskad; granskad av; zweryfikował; проверено; foto;
    fotos; fotografie; bild; bilder; übersetzt; übersetzung; aus dem englischen; photographie; traduit; traduction;
    traducido; traducción; fotografías; foto di; traduzione; vertaald; getestet; перевод; фото; 翻译; 摄影; 写真; 撮影; 編集;
    编辑; 編輯; fotografías de; fotografia; fotografie di; zdjęcia; foto:; fotó; fotók; képek; fotografii; φωτογραφίες;
    φωτογραφία; фотографии; переклад; світлини; fotoğraf; fotoğraflar; çeviri; çeviren; تصوير; صور; ترجمة; צילום; צילומים;
    תרגום; تصویر; عکس; مترجم; ترجمه; فوٹو; अनुवाद; फोटो; 사진; 번역; 攝影; 翻譯; 訳; ảnh; dịch; penerjemah; kuva; kuvat;
    suomentanut; översättning; oversættelse; oversettelse; překlad; preklad; fordította; przekład; tłumaczenie; traducere
    """)

  /// Words that may stand in lower case inside a name.
  static let particles: Set<String> = words(
    """
    von van de der den des del dela della dello degli di da das do dos du la le las los el al il lo li zu zum zur ter
    ten te 't ’t st san bin ibn ben bint abu y e i af av und und' d' o' mac mc op het in't ap nic ní ó
    """)

  /// Words between two names. One-letter words count in lower case only.
  static let conjunctions: Set<String> = words(
    """
    and & + und et y e og och ja i a en и і та й si și şi és ve dan và και و with mit avec con com med und w/ amp; ו और एवं এবং และ 和 与 與 및 sekä oraz sowie
    """)

  /// Conjunctions that also stand inside names ("Ortega y Gasset"): they part two names of two words each.
  static let weakConjunctions: Set<String> = ["y", "e", "i", "a", "en", "ja"]

  /// What people do for a publication. From such a word on, or up to it, a text is no name.
  static let roles: Set<String> = words(
    """
    editor editors editor-in-chief editorial writer writers author authors reporter reporters journalist correspondent officer president engineer scientist
    contributor contributors contributing columnist critic critics staff senior junior chief associate assistant
    managing executive deputy founder co-founder blogger freelance freelancer reviewer reviewers producer photographer
    director manager specialist analyst intern host guest special professor lecturer publisher curator coordinator
    redakteur redakteurin redaktion redaktionsleiter chefredakteur chefredakteurin journalistin autor autorin gastautor
    gastautorin volontär volontärin korrespondent kritiker kritikerin freier freie
    krytyk krytyczka recenzent recenzentka dziennikarka redaktorzy publicysta publicystka kinokrytyk
    redaktoři šéfredaktor šéfredaktorka redaktorka publicista publicistka novinář novinářka recenzentka šéfredaktora
    kritikus filmkritikus főszerkesztő szerkesztője szerkesztőségi rovatvezető
    redactor-șef jurnalist jurnalistă redactoare cronicar
    συντάκτης συντάκτρια κριτικός δημοσιογράφος αρχισυντάκτης αρχισυντάκτρια
    кинокритик киновед кинообозреватель культуролог обозревательница шеф-редактор редакторка журналістка журналіст
    кінокритик кінокритикиня оглядач оглядачка кореспондент кореспондентка
    yazar eleştirmen eleştirmeni gazeteci
    ناقد ناقدة كاتب كاتبة صحفي صحفية صحافي صحافية محرر محررة مراسل
    מבקר מבקרת עורך עורכת כתבת עיתונאי עיתונאית
    منتقد خبرنگار نویسنده سردبیر روزنامه‌نگار
    ライター 評論家 映画評論家 編集者 編集長 コラムニスト 记者 影评人 编辑 編輯 特约撰稿人 專欄作家 影評人
    기자 평론가 편집장 에디터 칼럼니스트 작가
    penulis jurnalis wartawan kritikus kritička krytyczką cronicară समीक्षक आलोचक पत्रकार संवाददाता
    filmkritiker filmkritikerin musikkritiker literaturkritiker kritiker kritikerin anmelderen filmanmelder musikanmelder bokanmelder
    chefredactrice hoofdredacteur filmcriticus filmrecensent criticus kriitikko elokuvakriitikko päätoimittaja arvostelija
    giornaliste redattori caporedattrice critica cinematografica cinematografico
    journaliste rédacteur rédactrice rédaction auteur auteure critique chroniqueur correspondant
    periodista redactor redactora redacción crítico crítica corresponsal colaborador colaboradora
    jornalista redator redatora redação colaboração repórter
    giornalista redattore redattrice redazione caporedattore collaboratore critico
    redacteur redactie recensent journalist
    redaktør journalist anmelder skribent redaksjonen redaktionen chefredaktör recensent toimittaja toimitus
    redaktor redakcja redaktorka dziennikarz redaktörin szerkesztő újságíró редактор редакция журналист корреспондент
    обозреватель критик editoren team desk bureau newsroom wire service redakce redakcia redakcija redacția yazarı
    editör editörü muhabir
    """)

  /// What words for critics end with in languages that write them together: "filmanmelder", "musikkritiker", "影評人".
  static let workOfCritics: [String] = [
    "kritiker", "kritikerin", "kritikus", "kriitikko", "anmelder", "recensent", "rezensent", "rezensentin", "критик",
    "обозреватель", "評論家", "评论家", "影評人", "影评人", "평론가", "समीक्षक", "ライター", "criticus", "journalist",
  ]

  /// Roles whose words are no roles one by one.
  static let rolesOfSeveralWords = PhraseTable([
    "nhà phê bình", "phóng viên", "nhà báo", "biên tập viên", "cộng tác viên",
  ])

  /// What people are beside writers. Behind a name they tell of the person; in front they may be part of a title.
  static let occupations: Set<String> = words(
    """
    expert experts attorney lawyer consultant dietitian dietician nutritionist psychologist psychotherapist counselor
    therapist advisor adviser strategist marketer educator researcher developer designer programmer copywriter ceo cto
    cfo cmo representative gardener horticulturist veterinarian physician coach trainer teacher architect economist
    historian novelist poet
    """)

  /// What a person's work is about, between the name and the work ("Ada Example, tech editor").
  static let subjects: Set<String> = words(
    """
    tech technology content film films movie movies music news sports sport science health book books game games gaming
    food travel culture politics business arts fashion lifestyle video web social media digital product community
    marketing data edtech economy economics entertainment features theatre theater opera tv television restaurant wine
    style beauty opinion foreign national political legal medical software research investigative general assignment
    sales copy creative commerce shopping deals audio photo security education environment climate energy finance
    """)

  /// Words in names of organisations. What follows a person's name and holds one is where the person works.
  static let organizations: Set<String> = words(
    """
    institute university college school magazine health project center centre foundation hospital department ministry
    group company corp corporation inc division development marketing library museum society association council
    agency studio studios media news academy office network online press strategy technology research services service
    universität universiteit université universidad universidade institut instituto istituto verband verein stiftung
    zeitung prevention analytics systems solutions
    """)

  /// Names of no one. A text of such words alone names no author.
  static let nobody: Set<String> = words(
    """
    admin administrator administrador administrateur amministratore beheerder editor editors staff webmaster guest user
    root moderator superuser super anonymous anonym unknown team editorial author writer contributor default test
    wpadmin adminuser site website blog the our and office desk news press release redaktion redazione redacción
    redação rédaction redactie redaksjonen redaktionen toimitus redakcja redakce redakcia redakcija редакция админ
    администратор 編集部 编辑部 管理员 管理人 管理者 관리자 運営者 小编 名片 個人資料 个人资料 個人檔案 个人档案 個人簡介 个人简介 關於我 关于我 自我介紹 自我介绍
    人氣 人气 プロフィール 自己紹介 프로필 소개 profil perfil profilo profiel profiili профиль профіль profilja by posted reporter writers reporters null none undefined n/a
    """)

  /// Agencies and the like: they are named beside the people who wrote for them.
  static let agencies: Set<String> = words(
    """
    ap afp reuters dpa upi pti ani ians ansa efe xinhua tass bloomberg apa sda ritzau ntb tt stt anp belga lusa mti pap
    ctk čtk kyodo yonhap bernama antara thomson cnn bbc npr ap/afp dpa/afp epd kna sid ots spot
    """)

  /// Words that never stand in a name but often in the texts that are tried as one.
  static let foreign: Set<String> = words(
    """
    the is are was were has have will can read more min mins minute minutes comments comment account sign log privacy policy request demo create learn cart testimonial contactar illustration illustrations fotos foto photo photos photography share tweet reviews review
    news home about contact subscribe newsletter posted published updated written last modified article articles blog
    this that our your their you we they it's who how why what when where category categories tags tag filed under
    follow view all posts profile print email e-mail download login register search menu copyright rights reserved
    sponsored advertisement new best top not no with from here click continue reading leave reply source credit rating
    today yesterday ago hours days weeks week month months year years am pm stand zeige nachricht zuletzt
    aktualisiert veröffentlicht lesezeit minuten kommentare kommentar uhr artikel diesen mehr alle beiträge
    publié modifié mis commentaires lecture lire publicado actualizado comentarios lectura leer pubblicato
    aggiornato commenti gelezen reacties geplaatst bijgewerkt
    опубликовано обновлено комментарии размещено добавлено рубрика категория метки опубліковано оновлено коментарі
    提交于 发布于 发表于 發表於 發佈於 發布於 發表在 发表在 发表 發表 提交 时间 時間 時刻 公開 更新 投稿 日時 시간 날짜 작성 조회 등록 수정 입력
    dátum tarihinde gönderildi yayınlandı yayımlandı tarih időpontban küldte
    के बारे में को प्रकाशित पर प्रस्तुत समय
    في بتاريخ نُشر نشر بتاریخ در تاریخ منتشر شده ارسال بروزرسانی فی
    בתאריך בשעה פורסם עודכן
    vào lúc ngày tháng phút publicada publicat actualizat comentarii δημοσιεύτηκε στις ενημέρωση σχόλια
    zveřejněno publikováno aktualizováno julkaistu päivitetty udgivet publisert publicerad oppdatert uppdaterad opdateret
    diterbitkan dipublikasikan diposting diperbarui pukul
    """)

  /// Phrases between semicolons.
  private static func phrases(_ text: String) -> [String] {
    text.utf8.split { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\n") }.compactMap { phrase in
      let words = phrase.drop { $0 == 0x20 }
      return words.isEmpty ? nil : String(Substring(words))
    }
  }

  private static func words(_ text: String) -> Set<String> { Set(text.spacedWords.map { String($0) }) }
}
