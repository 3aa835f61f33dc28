internal import ArgumentParser
internal import Foundation
internal import StetExtract
internal import StetModel

/// The blocks of pages with what the block model sees of them: what `Scripts/train` learns from.
struct BlocksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks", abstract: "Prints the blocks of pages with their features, a JSON line for each page.")

  @Argument(help: "Batch manifests: lines {\"id\",\"url\",\"path\"}.")
  var manifests: [String]

  func run() throws {
    FileHandle.standardOutput.write(
      Data("{\"columns\":[\(BlockSamples.columns.map { "\"\($0)\"" }.joined(separator: ","))]}\n".utf8))
    for entry in try manifests.flatMap(BenchPage.entries) {
      let bytes = try BenchPage(entry).bytes
      let page = Page(
        requested: entry.address, final: entry.address, body: bytes, received: Timestamp(secondsSince1970: 0))
      var line = JSONObject()
      line["path"] = .string(entry.path)
      let blocks = BlockSamples(page)
      line["blocks"] = .array(
        blocks.samples.map { sample in
          .array([
            .number(Double(sample.node)), .string(sample.text), .string(hex(sample.values)), .string(hex(sample.words)),
            .number((sample.probability * 1000).rounded() / 1000),
          ])
        })
      line["elements"] = .array(
        blocks.elements.map { element in
          .array([.number(Double(element.node)), .number(Double(element.parent)), .string(hex(element.words))])
        })
      FileHandle.standardOutput.write(Data(CompactJSON.bytes(.object(line)) + [0x0A]))
    }
  }

  /// Two digits a value.
  private func hex(_ values: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: values.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private func hex(_ words: [UInt32]) -> String {
    hex(words.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } })
  }
}
