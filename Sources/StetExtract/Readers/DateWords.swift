/// The small words inside and around printed dates, in lower case.
enum DateWords {
  /// Between day, month and year: prepositions, articles, endings of ordinals, "year".
  static let connectors: Set<String> = words(
    """
    of the st nd rd th de del des do da di d der den die dem e le il el il la er re ème eme ère y a o à os as
    η ης ος ας ª º го г р год года року roku ngày năm anno año ano an lea év i den. dne dnia m d n เดือน พ.ศ ค.ศ วันที่
    عام سنة من سال של ב ה का को की সাল সালের gada gadā ж жылғы թ d
    """)

  /// Between a date and its time.
  static let timeConnectors: Set<String> = words(
    """
    at um à a às as las la alle ore kl klo o ob om på в о об time uhr h pada pukul lúc alas ob. der den les le saat
    u à. on am den dia el il the em vers gegen från
    """)

  /// What a text may hold beside its date and still be one.
  static let companions: Set<String> = words(
    """
    on posted published publish date updated created written added released release first by at in from last modified
    veröffentlicht am vom erstellt stand datum aktualisiert publié publiée le mis ligne en date du publicado el fecha
    pubblicato il data geplaatst op gepubliceerd publicerad den publisert udgivet julkaistu opublikowano dodano data
    publikováno vydáno datum megjelent közzétéve publicat objavljeno опубликовано дата добавлено опубліковано
    közzététel dátum megjelenés publicată postat data publicării δημοσιεύτηκε δημοσιεύθηκε στις ημερομηνία
    опубликована размещено добавлена дата публикации оприлюднено додано публікації yayınlandı yayım yayımlanma
    diposkan diposting pada dipublikasikan đã ngày đăng vào trên lúc được xuất bản نُشر نُشرت بتاريخ منتشر شده ارسال
    प्रकाशित किया गया को पर 投 稿 日 公 開 発 布 发 表 于 發 佈 於 時 间 間 작 성 일 게 시 등 록 입 력
    yayınlanma tarih tarihi diterbitkan tanggal đăng تاريخ النشر نشر في تاریخ انتشار פורסם तारीख প্রকাশ
    uhr pm am a.m p.m cet cest gmt utc est edt pst pdt bst et pt m d
    """)

  /// Words that make a date relative to the day of reading.
  static let relative: Set<String> = words(
    """
    ago yesterday today tomorrow vor gestern heute morgen hier aujourd'hui ayer hoy ieri oggi ontem hoje gisteren
    vandaag igår idag назад вчера сегодня dün bugün kemarin önce тому вчора сьогодні wczoraj dzisiaj temu včera dnes
    tegnap ieri azi χθες σήμερα πριν أمس اليوم منذ אתמול היום לפני دیروز امروز پیش कल आज पहले lalu
    """)

  /// Zones by name, in minutes east of UTC.
  static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540, "ist": 330, "aest": 600, "aedt": 660,
  ]

  private static func words(_ text: String) -> Set<String> { Set(text.spacedWords.map { String($0) }) }
}
