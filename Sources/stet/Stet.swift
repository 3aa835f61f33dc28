internal import Glibc
internal import StetCommands

@main
enum Stet {
  static func main() {
    exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
  }
}
