internal import StetArchive
internal import StetExtract
internal import StetFetch
internal import StetKit
internal import StetReadingRoom

/// How a command ended, for scripts: the one table of exit codes.
///
/// The numbers from 64 on are those of BSD's `sysexits.h`.
public enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  /// Done; `diff`: no difference; `verify`: whole; `robots`: allowed.
  case done = 0
  /// `diff`: differences; `verify`: findings; `robots`: not allowed.
  case findings = 1
  /// Failed; trouble in `diff`; every one of several pages failed.
  case failed = 2
  /// Some of several pages failed or were quarantined, the others are done.
  case someFailed = 3
  /// A command line that cannot be understood, an address that is not http or https included.
  case usage = 64
  /// The only input cannot be read as a page, or was quarantined.
  case unreadable = 65
  /// An input file, an archive, or a page of an archive does not exist.
  case noInput = 66
  /// No complete 2xx response for the only page asked for.
  case unavailable = 69
  /// The output cannot be written.
  case cannotWrite = 73
  /// An I/O error on the archive.
  case archiveTrouble = 74
  /// Another run holds the archive's lock.
  case locked = 75
  /// robots.txt does not allow it, or an address or scheme that the policy forbids.
  case refused = 77
  /// stet.yaml, a file that it names, or a profile is wrong.
  case badProfile = 78
  /// Stopped by Ctrl-C (SIGINT).
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143

  /// What the number means, for `--help`.
  var meaning: String {
    switch self {
    case .done: "done"
    case .findings: "differences, findings, or not allowed"
    case .failed: "failed, or every one of several pages failed"
    case .someFailed: "some of several pages failed, the others are done"
    case .usage: "wrong usage, or an address that is not http(s)"
    case .unreadable: "the only input cannot be read as a page, or was quarantined"
    case .noInput: "no such file, archive or page"
    case .unavailable: "no complete 2xx response for the only page"
    case .cannotWrite: "cannot write the output"
    case .archiveTrouble: "I/O error on the archive"
    case .locked: "another run holds the archive's lock"
    case .refused: "refused: by robots.txt (--robots), or a forbidden address or scheme"
    case .badProfile: "stet.yaml or a profile is wrong"
    case .interrupted: "stopped by Ctrl-C"
    case .terminated: "stopped by SIGTERM"
    }
  }

  /// What several inputs come to: of a single one its own status, of several 2 when all failed and 3 when some did.
  static func of(_ statuses: [ExitStatus]) -> ExitStatus {
    guard statuses.count > 1 else { return statuses.first ?? .done }
    let failures = statuses.count { $0 != .done }
    if failures == 0 { return .done }
    return failures == statuses.count ? .failed : .someFailed
  }

  /// How a command ends that such an error has ended.
  static func of(_ error: any Error) -> ExitStatus {
    switch error {
    case let error as FetchError: of(error)
    case let error as ArchiveError: of(error)
    case let error as InputError: of(error)
    case let error as ServeError: of(error)
    case is ResponseError: .unavailable
    case let error as PartError: of(error.cause)
    case is UnreadablePageError, is ExtractError, is ManifestError, is NotAReviewError, is QuarantineError: .unreadable
    case is ProfileError, is ProfileReachError, is WatchlistError: .badProfile
    case is UsageError, is SearchQueryError: .usage
    case is ExportError: .cannotWrite
    case is OutputError: .cannotWrite
    default: .failed
    }
  }

  private static func of(_ error: FetchError) -> ExitStatus {
    switch error.code {
    case .badAddress: .usage
    case .schemeForbidden, .addressForbidden, .disallowed, .robotsUnreachable: .refused
    default: .unavailable
    }
  }

  private static func of(_ error: ArchiveError) -> ExitStatus {
    switch error.code {
    case .noArchive, .notAnArchive, .unknownPage, .ambiguousPage, .unknownVersion: .noInput
    case .locked: .locked
    case .unstorable: .unreadable
    case .newerFormat, .cannotWrite, .noSpace, .inputOutput, .damaged, .folderCollision: .archiveTrouble
    }
  }

  private static func of(_ error: ServeError) -> ExitStatus {
    switch error.code {
    case .badAddress, .publicAddress: .usage
    case .portInUse, .cannotListen: .unavailable
    }
  }

  private static func of(_ error: InputError) -> ExitStatus {
    switch error.code {
    case .noSuchFile, .isFolder, .cannotRead: .noInput
    case .tooLarge, .damaged, .webArchive, .noPage: .unreadable
    }
  }
}
