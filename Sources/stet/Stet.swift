@main
enum Stet {
  static func main() {}
}
