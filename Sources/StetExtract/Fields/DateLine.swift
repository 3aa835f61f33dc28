internal import StetModel

/// A line that may print the day of publication, a change, or something else.
struct DateLine {
  var date: String
  var text: String
  var isUpdate: Bool

  /// The first date of a line that is the day of publication or, where none is, of a change. Nil when the line prints no
  /// date, or the date of something else: an offer, an event, a membership.
  static func read(_ line: String, language: String?) -> DateLine? {
    var rest = line
    var update: DateLine?
    for _ in 0..<3 {
      guard let found = DateReader.locate(in: rest, language: language) else { break }
      if others.standsIn(found.before) || found.before.unicodeScalars.contains("©") { break }
      // "3 May – 7 May 2012" is an event.
      if let next = DateReader.locate(in: found.after, language: language), isDash(next.before) { break }
      let line = DateLine(date: found.date, text: found.text, isUpdate: saysUpdated(found.before))
      if !line.isUpdate { return line }
      update = update ?? line
      rest = found.after
    }
    return update
  }

  /// Whether words tell of a change.
  static func saysUpdated(_ text: String) -> Bool { updates.standsIn(text) }

  private static func isDash(_ text: String) -> Bool {
    let marks = text.unicodeScalars.filter { $0 != " " }
    return marks.count == 1 && marks.allSatisfy { "-–—".unicodeScalars.contains($0) }
  }

  private static let updates = PhraseTable([
    "updated", "modified", "revised", "last edited", "medically reviewed", "last reviewed", "aktualisiert",
    "geändert", "mis à jour", "modifié", "actualizado", "atualizado", "aggiornato", "bijgewerkt", "oppdatert",
    "opdateret", "uppdaterad", "päivitetty", "zaktualizowan", "aktualizac", "aktualizov", "обновлен", "更新",
    "überarbeitet", "modificado", "editado el", "editado em", "modificato", "ultima modifica", "gewijzigd", "ändrad",
    "redigerad", "ændret", "redigeret", "endret", "redigert", "muokattu", "edytowan", "zmodyfikowan", "upraveno",
    "změněno", "upravené", "frissítve", "frissítés", "módosítva", "módosítás", "actualizat", "modificat la",
    "ενημερώθηκε",
    "ενημέρωση", "τροποποι", "изменен", "обновлён", "оновлен", "змінен", "актуализиран", "ažuriran", "güncelle",
    "düzenlenme", "تحديث", "עודכן", "עדכון אחרון", "بروزرسانی", "به‌روزرسانی", "به روز رسانی", "बदलाव", "अपडेट", "अद्यतन",
    "업데이트",
    "수정", "最后修改", "最後修改", "編集日", "最終編集", "diperbarui", "diubah", "cập nhật", "sửa lần cuối",
  ])

  /// Words before a date that is not the page's own.
  private static let others = PhraseTable([
    "expires", "ends", "valid", "joined", "join date", "member since", "inscrit", "inscription", "iscritto",
    "beigetreten", "lid sinds", "registered", "registriert", "mitglied seit", "copyright", "retrieved", "accessed",
    "abgerufen", "release", "reviewed in the", "born", "opening ", "opens ", "closing ", "closes ", "in cinemas",
    "in theaters", "in theatres", "on sale", "consulté le", "premiera", "премьера", "прем'єра", "прем’єра", "kinostart",
    "date de sortie", "fecha de estreno", "uscita al cinema", "data de lançamento", "bioscooprelease", "biopremiär",
    "biografpremiere", "ensi-ilta", "premiéra", "bemutató", "vizyon tarihi", "תאריך יציאה", "تاريخ العرض", "上映日",
    "上映日期", "개봉", "tayang", "khởi chiếu",
  ])
}
