import StetExtract
import StetModel
import Testing

@Suite("NamedWork") struct NamedWorkTests {
  @Test("A nickname in quotation marks is not the work that is reviewed")
  func nickname() throws {
    let review = try ShortPage.review(
      """
      <p>We meet ‘Falcon’ in a lorry park at dawn, and for a long while we do not learn his name, or his price.</p>
      <p>But Falcon is only half of it: the other half is a ferry, a forged stamp, and a woman who is not his wife.</p>
      """, title: "Review: The Night Ferry")
    #expect(review.item?.name == "The Night Ferry")
    let other = try ShortPage.review(
      """
      <p>We meet ‘Falcon’ in a lorry park at dawn, and for a long while we do not learn his name. Then Falcon smiles.</p>
      <p>Rating: 4/5</p>
      """, title: "A ferry at night")
    #expect(other.item?.name != "Falcon")
  }
}
