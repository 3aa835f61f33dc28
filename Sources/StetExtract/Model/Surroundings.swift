internal import StetHTML

/// The page round its blocks: the headline, the region that the scores found, and what kind of page it is.
struct Surroundings {
  /// The columns that are the same for all blocks of the page.
  let pageColumns: [UInt8]
  private let region: BodyRegion?
  private let document: HTMLDocument
  /// By node: whether it stands in the region.
  private var isInRegion: [Bool]
  private let titlePosition: Int?
  private let startPosition: Int
  private let endPosition: Int

  init(_ reading: PageReading, titleNode: Int?, _ places: BlockPlaces) {
    document = reading.document
    let region = reading.region
    self.region = region
    isInRegion = [Bool](repeating: false, count: document.count)
    for root in region?.roots ?? [] {
      for node in document.subtree(root) { isInRegion[node] = true }
    }
    let start = Int32(region?.start ?? 0)
    startPosition = places.blocks.firstIndex { $0 >= start } ?? 0
    endPosition = places.blocks.lastIndex { Int($0) < region?.end ?? 0 } ?? 0
    titlePosition = titleNode.flatMap { title in places.blocks.firstIndex { Int($0) >= title } }
    let survey = reading.survey
    let landmarks = survey.landmarks
    let pageWeight = max(survey.weight[0], 1)
    let roots = region?.roots ?? []
    pageColumns = [
      BlockFeatures.log(pageWeight), BlockFeatures.log(places.prose[0]),
      BlockFeatures.percent(survey.linkWeight[0], pageWeight),
      BlockFeatures.log(Int32(places.blocks.count)), BlockFeatures.log(Int32(landmarks.headings.count)),
      BlockFeatures.log(Int32(landmarks.articles.count)), BlockFeatures.log(Int32(landmarks.comments.count)),
      BlockFeatures.percent(roots.reduce(0) { $0 + survey.weight[$1] }, pageWeight),
      UInt8(max(0, min(100, (region?.confidence ?? 0) * 100))),
      BlockFeatures.percent(roots.reduce(0) { $0 + places.prose[$1] }, max(places.prose[0], 1)),
    ]
  }

  /// Adds a block's columns: its distance from the headline and its place in and round the region.
  func append(_ block: Int, at position: Int, to values: inout OutputSpan<UInt8>) {
    values.append(titlePosition.map { Self.distance(position - $0) } ?? 0)
    guard let region else {
      values.append(repeating: 0, count: 5)
      return
    }
    values.append(isInRegion[block] ? 1 : 0)
    values.append(region.clutter.isClutter[block] ? 1 : 0)
    values.append(Self.distance(position - startPosition))
    values.append(Self.distance(position - endPosition))
    values.append(document.contains(region.article, block) ? 1 : 0)
  }

  /// Round 100: 99 blocks before, 155 after.
  private static func distance(_ steps: Int) -> UInt8 { UInt8(100 + max(-99, min(155, steps))) }
}
