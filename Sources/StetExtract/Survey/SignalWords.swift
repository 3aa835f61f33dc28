internal import StetModel

/// The words that stand in classes and ids, and what each says. A class is cut into words at anything that is no
/// letter and before capitals: `entry-content`, `entryContent` and `entry_content` are the same two words.
enum SignalWords {
  /// The table that `signals(ofWord:)` searches: an open-addressed hash table by the words' hashes.
  private static let table: WordTable<Signals> = {
    var table = WordTable<Signals>(capacity: 2048, missing: [])
    for (signals, words) in vocabulary {
      table.insert(wordsOf: words, signals) { $0.union($1) }
    }
    return table
  }()

  /// Beginnings of names that sites lengthen at will (`commentlisting`, `relatedContent2`).
  private static let stems: [(word: StaticString, signals: Signals)] = [
    ("comment", .comment), ("disqus", .comment), ("sidebar", .sidebar), ("newsletter", .newsletter),
    ("related", .related),
    ("breadcrumb", .breadcrumb), ("advert", .advert), ("sharing", .share), ("recommend", .related),
  ]

  /// The first letters of the stems, as bits from `a` on.
  private static let stemLetters: UInt32 = stems.reduce(0) { letters, stem in
    letters | 1 << UInt32(stem.word.utf8Start.pointee - UInt8(ascii: "a"))
  }

  private static let vocabulary: [(Signals, StaticString)] = [
    (.post, "post entry article story review blog blogpost hentry news single node artikel articulo articolo noticia"),
    (.post, "beitrag artykul wpis recensie kritik recenzja recensione critique artigo nota blogentry postarea"),
    (.content, "content body text copy main contents inhalt contenu conteudo contenido tekst texto paragraphs prose"),
    (
      [.post, .content], "articlebody postbody entrycontent postcontent articlecontent storybody storytext articletext"
    ),
    ([.post, .content], "entrytext postentry blogbody bodytext bodycopy articlebodytext maincontent richtext"),
    ([.post, .content], "asset postarticle posttext entrybody contentbody textbody storycontent"),
    (
      .title,
      "title headline heading titel titre titolo titulo posttitle entrytitle pagetitle articletitle storyheadline"
    ),
    (.byline, "byline bylines writtenby postedby autorenzeile"),
    (.author, "author authors autor auteur autore writer contributor contributors vcard postauthor reviewer authorbox"),
    (.author, "reporter authorinfo authorname redakteur verfasser autoren journalist journo"),
    (.biography, "bio biography biographical authorbio authorbox aboutauthor bioline biog"),
    (.box, "box block info profile card description desc about"),
    (
      .date,
      "date datetime dateline published pubdate timestamp postdate datum fecha data posted time entrydate updated"
    ),
    (.tag, "tag tags tagged keywords keyword labels label taglist posttags schlagworte etiquetas topics taxonomy"),
    (.category, "category categories cat cats catlinks kicker rubrik section eyebrow channel rubric"),
    (
      .lead,
      "lead lede standfirst dek deck subtitle subhead subheading subheadline abstract intro teaser excerpt summary"
    ),
    (.lead, "chapeau vorspann untertitel ingress entradilla bajada sottotitolo sommaire strapline articlesummary"),
    (
      .rating,
      "rating ratings stars star score grade note wertung bewertung punkte reviewscore starrating verdictscore betyg karakter arvosana ocena"
    ),
    (
      .rating,
      "voto valutazione punteggio valoracion puntuacion puntaje calificacion avaliacao hodnoceni hodnotenie waardering"
    ),
    (
      .rating,
      "beoordeling estrellas estrelas etoiles stelle sterne sterren gwiazdki hvezdy asteria pingfen ocenka puan"
    ),
    (.caption, "caption captions figcaption credit credits imagecaption photocredit bildunterschrift legende"),
    (.meta, "meta metadata postmetadata byline info entrymeta postmeta articlemeta postinfo submitted details"),
    (.verdict, "verdict conclusion bottomline fazit summation"),
    (.pros, "pros positives positive plus goods advantages"),
    (.cons, "cons negatives negative minus bads disadvantages"),
    (.breadcrumb, "breadcrumb breadcrumbs crumbs crumb brotkrumen breadcrumblist crumbtrail"),
    (
      .share,
      "share sharing shares social sharedaddy addthis addtoany sharethis shareaholic socials sharebar sharetools"
    ),
    (.share, "socialmedia socialshare sharebuttons twitter facebook pinterest whatsapp bookmarks follow followus"),
    (.share, "sharing-buttons teilen compartir partager"),
    (.related, "related relatedposts recommended recommendation recommendations recommend popular trending mostread"),
    (.related, "recirc recirculation upnext readnext readmore morefrom similar outbrain taboola recent latest zergnet"),
    (.related, "relatedarticles relatedlinks seealso furtherreading yarpp crosslinks zemanta interlink mostpopular"),
    (.related, "moreon relacionados verwandte gerelateerd associes onward linkwithin rec recs"),
    (.comment, "comment comments commentlist respond disqus reply replies commentform commentary kommentare kommentar"),
    (
      .comment, "comentarios commentaires discussion livefyre commento reacties trackback trackbacks pingback pingbacks"
    ),
    (.comment, "commenttext commentarea disqusthread responses webmentions reactions"),
    (.navigation, "nav navigation navbar navigate sitenav mainnav subnav topnav navi navbox skip skiplink toc"),
    (.navigation, "tableofcontents navlinks postnav nextprev prevnext"),
    (.menu, "menu menus submenu dropdown megamenu hamburger"),
    (.sidebar, "sidebar sidebars sidebox rail rightrail siderail sidecol rightcol leftcol rightcolumn leftcolumn"),
    (.sidebar, "seitenleiste barralateral secondarycontent"),
    (.aside, "aside secondary complementary infobox callout"),
    (.footer, "footer foot colophon siteinfo footnav pagefooter sitefooter copyright legal disclaimer"),
    (.header, "header masthead head branding siteheader pageheader topbar"),
    (.logo, "logo sitename sitetitle brand wordmark"),
    (.advert, "ad ads advert adverts advertisement advertising adsense adslot adbox adunit dfp gpt sponsor sponsored"),
    (.advert, "sponsors promo promos promotion promotions promoted commercial affiliate affiliates werbung anzeige"),
    (.advert, "publicidad publicite adcontainer adwrapper adplaceholder leaderboard skyscraper shopping deals buy"),
    (.newsletter, "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailinglist"),
    (.newsletter, "emailsignup signin login register registration membership convertkit mailpoet"),
    (.consent, "cookie cookies consent gdpr onetrust cookiebanner cookienotice privacy ccpa didomi cmp"),
    (.donation, "donate donation donations patreon kofi fundraising supportus"),
    (.widget, "widget widgets textwidget"),
    (.builder, "elementor siteorigin builder fusion vc wpb et fl brizy beaver divi oxy bricks wix sqs"),
    (.cloud, "tagcloud cloud tagswidget wordcloud"),
    (.media, "player videoplayer mediaplayer audioplayer jwplayer playlist videojs"),
    (.overlay, "overlay modal popup popover lightbox tooltip dialog flyout interstitial toast snackbar offcanvas"),
    (.hidden, "visuallyhidden screenreader screenreadertext sronly offscreen nodisplay displaynone visuallyhide"),
    // The same in other languages than English, spelled as in names: without accents.
    (.post, "wpis artikkeli innlegg inlagg indlaeg clanek cikk bejegyzes yazi haber makale tulisan statya zapis"),
    (
      .post, "prispevek prispevok objava arvostelu anmeldelse recenze recenzia recensie recension resena resenha ulasan"
    ),
    (.title, "tytul tittel otsikko titulek baslik judul zagolovok nadpis naslov titulli"),
    (.author, "autora autorka auteure autrice autori forfattare forfatter skribent kirjoittaja toimittaja szerzo"),
    (.author, "yazar penulis tacgia avtor redacteur redaktor editora podpis"),
    (.date, "fecha dato paivays pvm tarih tanggal ngaydang dataora datapublikacji datapublicacao fechapublicacion"),
    (.date, "opublikowano zverejneno udgivet publisert publicerad julkaistu publikovano"),
    (.tag, "etiketter etykiety tagi stitky cimkek etichete etiketler motscles schlagwort stichworte trefwoorden"),
    (.tag, "emneord stikord avainsanat asiasanat metki tegi oznake etichette slowakluczowe"),
    (.category, "kategorie kategoria kategori categoria categoria kategorien rubrique rubriky rubrica rubriek seccion"),
    (.category, "sezione dzial danhmuc chuyenmuc kategoriat kategoriler rovat rubrika"),
    (.comment, "komentarze komentarz komentare komentari komentar yorumlar yorum kommentit kommentti kommentarer"),
    (.comment, "hozzaszolas hozzaszolasok comentarii binhluan tanggapan diskuse diskusia comentar"),
    (
      .related,
      "powiazane souvisejici kapcsolodo benzer ilgili terkait bacajuga lienquan similare relaterade relaterede"
    ),
    (.related, "relaterte correlati recomendados recomendadas relacionadas relacionado voiraussi lireaussi leggianche"),
    (.related, "lasocksa lesogsa laesogsaa luemyos zobacztez czytajtez zobacztakze czytajtakze leerook leesook"),
    (.share, "udostepnij sdilet paylas bagikan megosztas condividi delen compartilhar partage zdielat"),
    (.advert, "reklama reklam iklan quangcao hirdetes annons mainos pubblicita advertentie oglas"),
    (.newsletter, "nyhedsbrev nyhetsbrev nieuwsbrief uutiskirje hirlevel bulten biuletyn infolettre"),
    (.breadcrumb, "filariane ariane migas migalhas briciole kruimelpad okruszki drobecky drobky brodsmule sciezka"),
    (.breadcrumb, "brodsmulor murupolku pankuzu topicpath youarehere arbo speedbar pathway pathbar navpath"),
    (.lead, "zajawka perex manchet copete anons"),
    (.footer, "stopka paticka lablec piedepagina rodape alatunniste sidfot bunntekst"),
    // `h-entry` is cut into `h`, `entry` and `hentry`.
    (.microformat, "hentry hreview"),
    (.pagination, "pagination pager paging pagenav pagelinks paginate pagenavi"),
  ]

  /// What the words of a class or id say, all together. A single name made of both kinds of words that containers of
  /// text have (`entry-content`) counts as the name of a body, whatever other names stand beside it.
  /// - Parameter word: called with the hash of every word, whether it says something here or not.
  @inline(__always)
  static func signals(in bytes: UnsafeBufferPointer<UInt8>, eachWord word: (UInt64) -> Void) -> Signals {
    var found: Signals = []
    // WordPress names the terms of a post in its classes (`tag-newsletter`): they say nothing of the element.
    let mayNameTerms =
      bytes.count > 40 && (ByteSearch.contains("hentry", in: bytes) || ByteSearch.contains("type-", in: bytes))
    let table = table
    var start = 0
    while start < bytes.count {
      if ASCII.isSpace(bytes[start]) {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, !ASCII.isSpace(bytes[end]) { end += 1 }
      // What stands in brackets is a value of CSS: `w-[--sidebar-width]`.
      let bracket = (start..<end).first { index in
        bytes[index] == UInt8(ascii: "[")
          && (index == start || bytes[index - 1] == UInt8(ascii: "-") || bytes[index - 1] == UInt8(ascii: ":"))
      }
      let name = UnsafeBufferPointer(rebasing: bytes[start..<(bracket ?? end)])
      start = end
      if name.isEmpty { continue }
      var said: Signals = []
      WordCutter.forEachWord(in: name) { hash in
        said.formUnion(table.find(hash))
        word(hash)
      }
      if mayNameTerms && namesTerm(name) { continue }
      if name.count > 6 { said.formUnion(stem(of: name)) }
      if said.contains([.post, .content]), said.isDisjoint(with: notBody) { said.insert(.body) }
      found.formUnion(said)
    }
    return found
  }

  private static let notBody = Signals.clutter.union([.meta, .title, .lead])

  private static func stem(of name: UnsafeBufferPointer<UInt8>) -> Signals {
    let letter = ASCII.lowercased(name[0])
    guard ASCII.isLetter(letter), stemLetters >> UInt32(letter - UInt8(ascii: "a")) & 1 != 0 else { return [] }
    return stems.first { ByteSearch.starts(name, with: $0.word) }?.signals ?? []
  }

  private static func namesTerm(_ token: UnsafeBufferPointer<UInt8>) -> Bool {
    ["tag-", "category-", "topic-", "genre-", "format-"].contains { (prefix: String) in token.starts(with: prefix.utf8)
    }
  }
}
