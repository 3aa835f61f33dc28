/// What is done to a text and the "by" behind it: "geschrieben von", "publié par", "ditulis oleh".
enum BylineActs {
  /// Every act with its "by".
  static let phrases: [String] = acts.flatMap { by, words in
    words.utf8.split(separator: UInt8(ascii: ";")).flatMap { act in
      let act = String(Substring(act).drop { $0.isWhitespace })
      return by.map { "\(act) \($0)" }
    }
  }

  private static let acts: [(by: [String], words: String)] = [
    (
      ["von"],
      """
      geschrieben; verfasst; veröffentlicht; publiziert; eingereicht; hochgeladen; rezensiert; besprochen; ein text;
      ein bericht; eine kritik; eine besprechung; besprechung; filmkritik; buchkritik; buchbesprechung; getestet
      """
    ),
    (
      ["par"],
      """
      écrit; écrite; rédigé; rédigée; publié; publiée; posté; postée; proposé; soumis; envoyé; ajouté; signé; mis en ligne;
      mise en ligne; un article; article; critique; chronique; une critique; une chronique; chroniqué; critiqué
      """
    ),
    (
      ["por"],
      """
      escrito; escrita; publicado; publicada; enviado; enviada; redactado; subido; posteado; creado; reseñado; reseña;
      crítica; artículo; texto; postado; postada; redigido; resenha; resenhado; artigo; análise; análisis; entrada
      """
    ),
    (
      ["da", "di"],
      """
      scritto; scritta; pubblicato; pubblicata; postato; inserito; inviato; redatto; recensito; recensione; articolo;
      testo; critica
      """
    ),
    (
      ["door"],
      "geschreven; geplaatst; gepost; gepubliceerd; ingediend; toegevoegd; ingezonden; recensie; tekst; artikel; gerecenseerd"
    ),
    (
      ["av"],
      """
      skriven; skrivet; skriver; publicerad; publicerat; postad; postat; inskickad; inskickat; upplagd; inlagd; recenserad;
      recenserat; recension; text; publisert; postet; lagt inn; lagt ut; anmeldt; anmeldelse; tekst; omtale
      """
    ),
    (["af"], "skrevet; udgivet; oprettet; indsendt; anmeldt; anmeldelse; postet; publiceret; tekst; lagt op"),
    (
      ["przez"],
      """
      napisane; napisany; napisana; opublikowane; opublikowany; opublikowana; opublikowano; dodane; dodany; dodano; wysłane;
      wysłany; zamieszczone; zamieszczony; zamieszczono
      """
    ),
    (["de"], "scris; scrisă; publicat; publicată; postat; trimis; adăugat; un articol; o recenzie"),
    (
      ["από", "από τον", "από την", "από τη", "από τον/την", "από τον/ην"],
      "γράφτηκε; αναρτήθηκε; δημοσιεύτηκε; δημοσιεύθηκε; υποβλήθηκε; συντάχθηκε; κείμενο"
    ),
    (["от"], "опубликовано; написано; отправлено; добавлено; рецензия; публикувано; написана; обзор"),
    (["від"], "опубліковано; написано; надіслано; рецензія; огляд"),
    (["автором"], "опубликовано; написано; опубліковано; написано"),
    (["oleh"], "ditulis; diposting; diposkan; diterbitkan; dipublikasikan; dikirim; disusun; teks"),
    (["bởi"], "viết; đăng; gửi; được viết; được đăng; được gửi; đăng tải; được đăng tải; xuất bản"),
    (
      ["על ידי", "על־ידי", "על-ידי", "ע\"י", "ע״י"],
      "נכתב; פורסם; הוגש; נשלח; נכתבה; פורסמה; הועלה"
    ),
    (["מאת"], "נכתב; פורסם; סקירה; ביקורת"),
    (
      ["بواسطة", "بقلم", "من قبل", "من طرف"],
      "كتب; كتبت; نشر; نُشر; نشرت; أرسل; أرسلت; مرسلة; تم النشر; أضيف; أضيفت; كُتب; نشر هذا المقال; مراجعة; تقييم"
    ),
    (["توسط"], "نوشته; نوشته شده; ارسال شده; منتشر شده; منتشرشده; نوشته‌شده; نگاشته شده; نقد"),
  ]
}
