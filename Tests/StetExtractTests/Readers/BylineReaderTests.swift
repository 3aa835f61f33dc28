import StetModel
import Testing

@testable import StetExtract

@Suite struct BylineReaderTests {
  @Test(
    "Bylines give the names they print",
    arguments: [
      ("By Ada Example and Bo Sample, film critic | 3 min read", ["Ada Example", "Bo Sample"]),
      ("Written by Ada Example", ["Ada Example"]),
      ("by ada_example", ["ada_example"]),
      ("By ADA EXAMPLE", ["ADA EXAMPLE"]), ("Chief film critic Ada Example", ["Ada Example"]),
      ("By: Ada Example", ["Ada Example"]),
      ("Posted on 3 May by Ada Example", ["Ada Example"]),
      ("May 3, 2012 by Ada Example", ["Ada Example"]),
      ("By Ada Example on May 3, 2012", ["Ada Example"]),
      ("By Ada Example May 3, 2012 3:40 pm", ["Ada Example"]),
      ("Ada Example, Bo Sample and Cy Test", ["Ada Example", "Bo Sample", "Cy Test"]),
      ("By Ada Example & Bo Sample", ["Ada Example", "Bo Sample"]),
      ("By Ada Example, Senior Editor", ["Ada Example"]),
      ("By Ada Example Staff Writer", ["Ada Example"]),
      ("By Ada Example for Example Weekly", ["Ada Example"]),
      ("By Ada Example (AP)", ["Ada Example"]),
      ("AP — Ada Example", ["Ada Example"]),
      ("Ada Example, Reuters", ["Ada Example"]),
      ("By Ada Example @ada ada@example.org", ["Ada Example"]),
      ("By Ada Example Jr.", ["Ada Example Jr."]),
      ("By Ada Example, Jr. and Bo Sample", ["Ada Example, Jr.", "Bo Sample"]),
      ("By A. B. Example", ["A. B. Example"]),
      ("By Dr. Ada van der Example", ["Dr. Ada van der Example"]),
      ("By Ada Example | Photos by Bo Sample", ["Ada Example"]),
      ("Words by Ada Example, photos by Bo Sample", ["Ada Example"]),
      ("Posted by:Ada Example", ["Ada Example"]),
      ("Film critic Ada Example", ["Ada Example"]), ("By Ada Example London-based writer", ["Ada Example"]),
      ("By Ada Example, Bo Sample with Cy Test", ["Ada Example", "Bo Sample", "Cy Test"]),
      ("Article by Ada Example\nPublished 3 May 2012", ["Ada Example"]),
      ("By Ada O’Example-Sample", ["Ada O’Example-Sample"]),
      ("By Ada and Bo", ["Ada", "Bo"]),
    ])
  func english(text: String, expected: [String]) {
    #expect(BylineReader.names(from: text) == expected)
  }

  @Test(
    "Bylines of many languages are understood",
    arguments: [
      ("von Ada Beispiel", ["Ada Beispiel"]), ("Von Ada Beispiel und Bo Muster", ["Ada Beispiel", "Bo Muster"]),
      ("Text: Ada Beispiel", ["Ada Beispiel"]), ("Eingestellt von Ada Beispiel um 15:40", ["Ada Beispiel"]),
      ("Autorin: Ada Beispiel", ["Ada Beispiel"]), ("Geschrieben von: Ada Beispiel am 3. Mai 2012", ["Ada Beispiel"]),
      ("Par Ada Exemple et Bo Modèle", ["Ada Exemple", "Bo Modèle"]),
      ("Publié par Ada Exemple le 3 mai", ["Ada Exemple"]),
      ("Por Ada Ejemplo y Bo Muestra", ["Ada Ejemplo", "Bo Muestra"]),
      ("Por José Ortega y Gasset", ["José Ortega y Gasset"]),
      ("Escrito por Ada Ejemplo el 3 de mayo", ["Ada Ejemplo"]), ("Texto de Ana Exemplo", ["Ana Exemplo"]),
      ("di Ada Esempio", ["Ada Esempio"]), ("a cura di Ada Esempio", ["Ada Esempio"]),
      ("Scritto da Ada Esempio e Bo Modello", ["Ada Esempio", "Bo Modello"]),
      ("Door Ada Voorbeeld", ["Ada Voorbeeld"]), ("Geschreven door Jan van den Berg", ["Jan van den Berg"]),
      ("Av Ada Exempel", ["Ada Exempel"]), ("Af Ada Eksempel og Bo Prøve", ["Ada Eksempel", "Bo Prøve"]),
      ("Lagt inn av Ada Eksempel", ["Ada Eksempel"]), ("Kirjoittaja: Ada Esimerkki", ["Ada Esimerkki"]),
      ("Autor: Jan Przykład", ["Jan Przykład"]), ("Napsal Jan Příklad", ["Jan Příklad"]),
      ("Szerző: Ada Példa", ["Ada Példa"]), ("Scris de Ada Exemplu", ["Ada Exemplu"]),
      ("Piše: Ada Primjer", ["Ada Primjer"]), ("Автор: Анна Пример", ["Анна Пример"]),
      ("Автори: Анна Приклад та Іван Зразок", ["Анна Приклад", "Іван Зразок"]),
      ("Συντάκτης: Άννα Παράδειγμα", ["Άννα Παράδειγμα"]),
      ("Yazan: Ada Örnek", ["Ada Örnek"]), ("Oleh Ada Contoh", ["Ada Contoh"]),
      ("Tác giả: Nguyễn Văn Mẫu", ["Nguyễn Văn Mẫu"]),
      ("بقلم: أحمد مثال", ["أحمد مثال"]), ("מאת דנה לדוגמה", ["דנה לדוגמה"]),
      ("โดย สมชาย ตัวอย่าง", ["สมชาย ตัวอย่าง"]), ("文／张三", ["张三"]), ("作者：李四", ["李四"]),
      ("投稿者: 山田太郎", ["山田太郎"]), ("記者 王五", ["王五"]), ("홍길동 기자", ["홍길동"]), ("글 : 홍길동", ["홍길동"]),
    ])
  func languages(text: String, expected: [String]) {
    #expect(BylineReader.names(from: text) == expected)
  }

  @Test(
    "What systems print in their languages gives the name and nothing round it",
    arguments: [
      ("Soumis par Ada Exemple le sam, 14/03/2019 - 12:30", ["Ada Exemple"]),
      ("Publicado por Ada Ejemplo Muestra en 12:40", ["Ada Ejemplo Muestra"]),
      ("Verfasst von Ada Beispiel am Do, 14.03.2019 - 12:30", ["Ada Beispiel"]),
      ("Lähettänyt Ada Esimerkki to, 14.03.2019 - 12:30", ["Ada Esimerkki"]),
      ("14.03.2019 Kirjoittanut Ada Esimerkki", ["Ada Esimerkki"]),
      ("Odeslal Ada Příkladová dne čt, 14.03.2019", ["Ada Příkladová"]),
      ("Vystavil Jan Příklad v 12:40", ["Jan Příklad"]),
      ("Beküldte Példa Ada, 2019. március 14. - 12:30", ["Példa Ada"]),
      ("Bejegyezte: Példa Ada dátum: 12:40", ["Példa Ada"]),
      ("14 martie 2019 de Ada Exemplu", ["Ada Exemplu"]), ("Trimis de Ada Exemplu la joi, 14/03/2019", ["Ada Exemplu"]),
      ("Γράφτηκε από τον/την Άννα Παράδειγμα", ["Άννα Παράδειγμα"]),
      ("14 Μαρτίου 2019 από Άννα Παράδειγμα", ["Άννα Παράδειγμα"]),
      ("14 марта 2019 г. автором Анна Пример", ["Анна Пример"]),
      ("Опубликовано Анна Пример - чт, 14/03/2019", ["Анна Пример"]),
      ("14 березня 2019 р. від Анна Приклад", ["Анна Приклад"]),
      ("Ada Örnek tarafından 14 Mart 2019 tarihinde gönderildi", ["Ada Örnek"]),
      ("Gönderen Ada Örnek zaman: 12:40", ["Ada Örnek"]),
      ("14 مارس 2019 بواسطة سلمى مثال", ["سلمى مثال"]), ("בן־דוגמה, דנה | מאת דנה בן־דוגמה", ["דנה בן־דוגמה"]),
      ("נכתב על ידי דנה בן־דוגמה", ["דנה בן־דוגמה"]), ("نوشته شده توسط مهرناز نمونه", ["مهرناز نمونه"]),
      ("۲۵ دی ۱۳۹۴ توسط مهرناز نمونه", ["مهرناز نمونه"]), ("वसुधा उदाहरण द्वारा 14 मार्च 2019", ["वसुधा उदाहरण"]),
      ("14 मार्च 2019 द्वारा वसुधा उदाहरण", ["वसुधा उदाहरण"]), ("投稿者 早乙女 千鶴 時刻: 12:40", ["早乙女 千鶴"]),
      ("2019年3月14日 投稿者: 三浦 健一", ["三浦 健一"]), ("작성자: 홍길동 시간: 오후 12:40", ["홍길동"]),
      ("由 李四 提交于 2019年3月14日", ["李四"]), ("2019年3月14日 作者： 李四", ["李四"]),
      ("Diposting oleh Ada Contoh di 12:40", ["Ada Contoh"]),
      ("Người đăng: Trần Đăng Khoa vào lúc 12:40", ["Trần Đăng Khoa"]),
      ("VON Ada Beispiel IN Mode", ["Ada Beispiel"]),
    ])
  func systems(text: String, expected: [String]) {
    #expect(BylineReader.names(from: text) == expected)
  }

  @Test(
    "Names are joined by every language's “and”, of Arabic and Hebrew also by the one that sticks to its word",
    arguments: [
      ("द्वारा वसुधा उदाहरण और अनिल नमूना", ["वसुधा उदाहरण", "अनिल नमूना"]),
      ("بواسطة سلمى بن يوسف وخالد عبد الرحيم", ["سلمى بن يوسف", "خالد عبد الرحيم"]),
      ("بقلم أحمد مثال وليد سالم", ["أحمد مثال وليد سالم"]),
      ("מאת נועה בן־ארצי ויואב שטרנפלד", ["נועה בן־ארצי", "יואב שטרנפלד"]), ("מאת אורי ויינברג", ["אורי ויינברג"]),
      ("scris de Ada Exemplu și Bo Model", ["Ada Exemplu", "Bo Model"]),
    ])
  func joined(text: String, expected: [String]) {
    #expect(BylineReader.names(from: text) == expected)
  }

  @Test(
    "In a line that says more, a word for authors is a noun unless a colon follows it",
    arguments: [
      ("Seit 2019 Autorin Ada Beispiel", []), ("14. März 2019 Autorin: Ada Beispiel", ["Ada Beispiel"]),
      ("Опубликовано в рубрике", []), ("Publicat în 2019", []),
    ])
  func nouns(text: String, expected: [String]) {
    #expect(BylineReader.holdsCredit(text) == !expected.isEmpty)
    if !expected.isEmpty { #expect(BylineReader.names(from: text) == expected) }
  }

  @Test(
    "What names no one gives no names",
    arguments: [
      "admin", "By admin", "Posted by Administrator", "By Staff", "By Editorial Team", "von Redaktion", "By guest",
      "Posted on May 3, 2012", "3 min read", "Updated: 17.11.2012", "http://example.org/ada", "ada@example.org",
      "This is a film by a director whom nobody knew, and it shows.", "Read more reviews", "View all posts", "@ada",
      "Photos by Ada Example", "Tested by Ada Example", "Leave a comment", "2012", "", "|", "Filed under: Film",
      "投稿者: 管理人", "Feb 10, 2017", "April 21, 2026", "Monday at 3:00 PM", "Freitag, November 22, 2019", "Joined 2013",
      "Von",
      "August 5, 2019 at 1:46 pm", "May", "Learn about the sea", "Share this article",
    ])
  func noOne(text: String) {
    #expect(BylineReader.names(from: text) == [])
  }

  @Test("An organisation counts when it is credited, and an agency when it stands alone")
  func organisations() {
    #expect(BylineReader.names(from: "By Reuters Staff") == ["Reuters Staff"])
    #expect(BylineReader.names(from: "By Gear Team") == ["Gear Team"])
    #expect(BylineReader.names(from: "By Associated Press") == ["Associated Press"])
    #expect(BylineReader.creditedNames(from: "auto.example Redaktion") == ["auto.example Redaktion"])
  }

  @Test(
    "Names of publications and logins stay whole where an author is named expressly",
    arguments: [
      "The Example", "Eat What Tonight", "Example News", "Will Example", "Example GmbH & Co. KG",
      "Redaktion Example Land",
      "ada example", "NEW Example", "Beispielhaftes Kreuz e.V.",
    ])
  func wholeNames(name: String) {
    #expect(BylineReader.creditedNames(from: name) == [name])
  }

  @Test("A name that begins like a by-word stays whole")
  func particles() {
    #expect(BylineReader.creditedNames(from: "Von Trier") == ["Von Trier"])
    #expect(BylineReader.creditedNames(from: "Mark Di Example") == ["Mark Di Example"])
    #expect(BylineReader.creditedNames(from: "April Example") == ["April Example"])
    #expect(BylineReader.creditedNames(from: "Byron Example") == ["Byron Example"])
    #expect(BylineReader.creditedNames(from: "Per-Erik Example") == ["Per-Erik Example"])
    #expect(BylineReader.creditedNames(from: "Per Erik Example") == ["Per Erik Example"])
  }

  @Test(
    "Names look like names",
    arguments: [
      "Ada Example", "J. R. R. Example", "Anna-Lena von Beispiel", "李四", "Ada", "MORITZ BEISPIEL", "Анна Пример",
      "d'Arcy Example",
    ])
  func plausible(name: String) {
    #expect(PersonName.isPlausible(name))
  }

  @Test(
    "Phrases do not look like names",
    arguments: [
      "the quick fox", "Read More", "ada@example.org", "Ada 123", "A", "Reviews", "Is Ada Example Right?",
      "About the author", "Ada Example is a writer from Hull.", "17 November", "Film Critic",
    ])
  func implausible(name: String) {
    #expect(!PersonName.isPlausible(name))
  }

  @Test(
    "What a person does, works on or works for is no part of the name, nor another author",
    arguments: [
      "By Ada Example, Certified Sleep Consultant", "By Ada Example, Example Institute of Sleep",
      "By Ada Example, Trial Attorney", "By Ada Example Tech Editor", "By Ada Example EdTech Content Writer",
      "By Ada Example Illustration by Bo Sample", "By Ada Example Ada Example", "By Ada Example →",
    ])
  func besideTheName(text: String) {
    #expect(BylineReader.names(from: text) == ["Ada Example"])
  }

  @Test(
    "Words that only a style sheet keeps apart are parted",
    arguments: [
      "ByAda Example", "By Ada ExampleFounder", "By Ada ExampleRedakteur", "By Ada ExamplePublished 3 May 2012",
      "By Ada Example22 Dec 2016",
    ])
  func gluedWords(text: String) {
    #expect(BylineReader.names(from: text) == ["Ada Example"])
  }

  @Test("Capitals inside names part nothing", arguments: ["Ada McExample", "LeAnn DeSample", "ada42 Example"])
  func innerCapitals(name: String) {
    #expect(GluedWords.parted("By " + name) == "By " + name)
  }

  @Test(
    "Beside a whole name, what else the line says of its owner is no name",
    arguments: [
      ("Ada Example | Strategy", ["Ada Example"]), ("Ada Example, Licensed Pilot", ["Ada Example"]),
      ("Autorin: Ada Example, Projektleiterin der HSS in Tunesien.", ["Ada Example"]),
      ("By Ada Example Ada Example is a Hull-based writer", ["Ada Example"]), ("Ada ExampleTwitter", ["Ada Example"]),
      ("Ada, Bo", ["Ada", "Bo"]), ("Cyrus, Ada Example", ["Cyrus", "Ada Example"]),
      ("Licensed Pilot, M.A. Sample", []), ("By Ada M.A. Example", ["Ada M.A. Example"]),
    ])
  func besideWholeNames(line: String, names: [String]) {
    #expect(BylineReader.names(from: line) == names)
  }

  @Test(
    "A login may end in a number, but a day is no login",
    arguments: [
      ("ada1984", true), ("Ada42", true), ("may2012", false), ("1984", false), ("mon1234", false), ("12.3.2012", false),
    ])
  func numbers(text: String, isName: Bool) {
    #expect(BylineReader.creditedNames(from: text) == (isName ? [text] : []))
  }

  @Test("Links to all that somebody wrote name somebody")
  func bibliographies() {
    #expect(BylineReader.creditedNames(from: "View all posts by Ada Example") == ["Ada Example"])
    #expect(BylineReader.creditedNames(from: "Articles by Ada") == ["Ada"])
    #expect(BylineReader.creditedNames(from: "Alle Beiträge von Ada Beispiel") == ["Ada Beispiel"])
  }

  @Test(
    "Labels of links and months name no author even where one is expected",
    arguments: ["View all posts", "View more posts", "Create an Account", "Sign up", "January", "Feb", "Written By"])
  func labels(text: String) {
    #expect(BylineReader.creditedNames(from: text) == [])
  }

  @Test("An abbreviation behind “von” is an agency, a name like a conjunction a name")
  func abbreviations() {
    #expect(BylineReader.names(from: "Von DPA") == ["DPA"])
    #expect(BylineReader.names(from: "By Dan Example") == ["Dan Example"])
    #expect(BylineReader.names(from: "By Ada Example And Bo Sample") == ["Ada Example", "Bo Sample"])
  }

  @Test("Names as catalogues write them are turned round, lists are not")
  func readingOrder() {
    #expect(NameList.inReadingOrder("Example, Ada") == "Ada Example")
    #expect(NameList.inReadingOrder("van der Example, Ada B.") == "van der Example, Ada B.")
    #expect(NameList.inReadingOrder("Ada Example, Bo Sample") == "Ada Example, Bo Sample")
    #expect(NameList.inReadingOrder("Example, Jr.") == "Example, Jr.")
  }

  @Test("Months that are first names name an author where one is expected")
  func months() {
    #expect(BylineReader.creditedNames(from: "April") == ["April"])
    #expect(BylineReader.creditedNames(from: "February") == [])
  }

  @Test("A line's white space is collapsed as everywhere")
  func lineText() {
    let text = "\u{FEFF}  By\u{A0}\u{2003}Ada \u{200B}\n É\u{AD}xample – “B” \u{3000}"
    #expect(ReadingText.normalized(text) == "By Ada Éxample – “B”")
  }

  @Test("A text that only introduces is told from one that goes on")
  func introductions() {
    #expect(BylineReader.isIntroduction("Written by"))
    #expect(BylineReader.isIntroduction("Author(s)"))
    #expect(BylineReader.isIntroduction("Autor: "))
    #expect(!BylineReader.isIntroduction("Written by Ada"))
    #expect(!BylineReader.isIntroduction("Von"))
  }

  @Test("Names are looked for in bytes, whatever the case")
  func nameFinder() {
    let finder = NameFinder(["Ada Éxample"])
    #expect(finder.mayStand(in: Array("By ADA éXAMPLE".utf8)))
    #expect(finder.mayStand(in: Array("By Ada\n Éxample".utf8)))
    #expect(!finder.mayStand(in: Array("By Ada Sample".utf8)))
  }

  @Test("Words that introduce an author are told, with what follows")
  func byWords() {
    #expect(BylineReader.startsWithByWord("Written by Ada"))
    #expect(BylineReader.rest(of: "Geschrieben von: Ada Beispiel") == "Ada Beispiel")
    #expect(BylineReader.rest(of: "文／张三") == "张三")
    #expect(!BylineReader.startsWithByWord("Byzantium"))
    #expect(!BylineReader.startsWithByWord("by"))
    #expect(!BylineReader.startsWithByWord("Text messages"))
  }

  @Test("Text far too long for a byline is refused at once")
  func long() {
    #expect(BylineReader.names(from: "By " + String(repeating: "Ada Example and ", count: 100_000)) == [])
  }
}
