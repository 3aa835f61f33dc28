/// Blocks of the same kind: elements of the same names in the same place of the page's pattern.
struct BlockGroups {
  private var groupOf: [Int32] = []
  private var groups: [Group] = []

  private struct Group {
    var count: Int32 = 0
    var weight: Int32 = 0
    var links: Int32 = 0
    var prose: Int32 = 0
  }

  init(_ places: BlockPlaces, _ survey: PageSurvey) {
    var known = MixedTable<Int32>()
    for block in places.blocks {
      let block = Int(block)
      let group: Int
      if let place = known.find(places.kind[block]) {
        group = Int(place)
      } else {
        group = groups.count
        known.replace(places.kind[block], with: Int32(group))
        groups.append(Group())
      }
      groupOf.append(Int32(group))
      groups[group].count += 1
      groups[group].weight += survey.ownWeight[block]
      groups[group].links += survey.ownLinkWeight[block]
      if BlockPlaces.isProse(block, survey) { groups[group].prose += survey.ownWeight[block] }
    }
  }

  /// Adds a block's columns: how many of its kind there are, how much they say, their links and their prose.
  func append(_ position: Int, to values: inout OutputSpan<UInt8>) {
    let group = groups[Int(groupOf[position])]
    values.append(BlockFeatures.log(group.count))
    values.append(BlockFeatures.log(group.weight))
    values.append(BlockFeatures.percent(group.links, group.weight))
    values.append(BlockFeatures.percent(group.prose, group.weight))
  }
}
