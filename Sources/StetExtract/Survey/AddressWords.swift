internal import StetModel

/// What the folders and parameters of an address say of the page it leads to, found in one pass over its bytes.
enum AddressWords {
  /// Kinds of pages.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8

    static let author = Kinds(rawValue: 1 << 0)
    static let tag = Kinds(rawValue: 1 << 1)
    static let category = Kinds(rawValue: 1 << 2)
  }

  /// Longer addresses are not looked at.
  private static let maximumBytes = 400

  /// The kinds that the folders (`/tag/…`) and parameters (`?cat=…`) of an address name.
  static func kinds(in address: ArraySlice<UInt8>) -> Kinds {
    guard address.count <= maximumBytes else { return [] }
    return address.withUnsafeBufferPointer { buffer in
      var found: Kinds = []
      var hash = WordHash.start
      var opening: UInt8 = 0
      for byte in buffer[pathStart(buffer)...] {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "."):
          // The last part is the page itself, not a folder; "/tags.php" counts.
          if opening == UInt8(ascii: "/") { found.formUnion(folders.find(hash)) }
        case UInt8(ascii: "="):
          if opening == UInt8(ascii: "?") || opening == UInt8(ascii: "&") { found.formUnion(parameters.find(hash)) }
        case UInt8(ascii: "?"), UInt8(ascii: "&"): break
        case UInt8(ascii: "#"): return found
        default:
          hash = WordHash.adding(byte, to: hash)
          continue
        }
        hash = WordHash.start
        opening = byte
      }
      return found
    }
  }

  /// Where the path begins: the words of a host's name are no folders.
  private static func pathStart(_ address: UnsafeBufferPointer<UInt8>) -> Int {
    let schemes: [StaticString] = ["https:", "http:"]
    let scheme: StaticString = schemes.first { ByteSearch.starts(address, with: $0) } ?? ""
    let host = scheme.utf8CodeUnitCount + 2
    guard address.count >= host, address[host - 2] == UInt8(ascii: "/"), address[host - 1] == UInt8(ascii: "/") else {
      return 0
    }
    return address[host...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
      ?? address.count
  }

  private static let parameters = table([
    (.author, "author"), (.category, "cat"), (.tag, "tag tags"),
  ])

  private static let folders = table([
    (.author, "author authors autor autoren auteur auteurs autore writer writers contributor contributors by profile"),
    (.author, "autora autori autorzy avtor yazar yazarlar penulis szerzo tac-gia skribent kirjoittaja toimittaja"),
    (.author, "forfattare forfatter redacteur redaktor kritikus auteure autrice"),
    (.author, "profiles people staff journalist reporter critic critics reviewer columnist redactie forfatter"),
    (
      .category,
      "category rubriek rubrieken categories categoria categorias kategorie kategori kategoria categorie rubrik rubrique rubric"
    ),
    (.category, "section sections categorieen catid kategoriat kategorien kategorije kategoriler kategoriak danh-muc"),
    (.category, "chuyen-muc seccion secciones secao rubrika rubriky rubriki rovat dzial categorii kategorii rubrica"),
    (
      .tag, "tag tags topic topics label labels keyword keywords etiqueta etiquetas schlagwort schlagworte tagged thema"
    ),
    (.tag, "themen theme tema temas mot-cle hashtag tagg emne emner onderwerp onderwerpen stichwort sujet term tagi"),
    (.tag, "etiketter etiket etiketler stitek stitky cimke cimkek eticheta etichete oznaka oznake tagit avainsana"),
    (.tag, "metka metki tegi tu-khoa kata-kunci emneord stikkord etikett trefwoord libelle mots-cles schlagwoerter"),
    (.tag, "amne amnen palabra-clave palavra-chave asiasana tunniste"),
  ])

  private static func table(_ lists: [(Kinds, StaticString)]) -> WordTable<Kinds> {
    var table = WordTable<Kinds>(capacity: 512, missing: [])
    for (kind, words) in lists {
      table.insert(wordsOf: words, kind) { $0.union($1) }
    }
    return table
  }
}
