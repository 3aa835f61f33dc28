/// How long a connection may take for what it is at; after that it is ended, so that others have its place.
struct Patience: Sendable {
  /// Between requests.
  var rest = Duration.seconds(30)
  /// For a request to come in, the first one counted from the connection on.
  var arrival = Duration.seconds(10)
  /// For an answer to be made.
  var answering = Duration.seconds(60)
  /// For the next piece of an answer to be taken.
  var taking = Duration.seconds(15)
  /// For the client to close, when nothing more comes.
  var parting = Duration.seconds(2)
}
