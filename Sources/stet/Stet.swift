internal import CMalloc
internal import Glibc
internal import StetCommands

@main
enum Stet {
  static func main() {
    stet_keep_freed_memory()
    exit(CommandLineTool.run(Array(CommandLine.arguments.dropFirst())))
  }
}
