internal import Glibc

/// File systems of which several machines see the same files.
enum SharedFileSystem {
  private static let kinds: Set<Substring> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "lustre", "gfs2", "ocfs2", "glusterfs", "virtiofs",
  ]

  /// Whether an open file is on one of them, by the mounts that the kernel lists (proc(5), mountinfo). False when it
  /// cannot be told.
  static func holds(_ descriptor: Int32) -> Bool {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0, let bytes = try? FileReading.bytes(of: "/proc/self/mountinfo") else {
      return false
    }
    // As makedev(3) puts them together.
    let device = UInt64(facts.st_dev)
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF
    return kind(of: "\(major):\(minor)", in: String(decoding: bytes, as: UTF8.self)).map { isShared($0) } ?? false
  }

  /// The kind of the file system on a device; nil when no mount has it.
  static func kind(of device: String, in mounts: String) -> Substring? {
    for mount in mounts.split(separator: "\n") {
      let fields = mount.split(separator: " ")
      // After a single dash, which follows a number of optional fields.
      guard fields.count > 2, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else {
        continue
      }
      return fields[dash + 1]
    }
    return nil
  }

  /// FUSE is asked as a whole: sshfs, rclone and their like have no locks that others see.
  static func isShared(_ kind: Substring) -> Bool { kinds.contains(kind) || kind.hasPrefix("fuse.") }
}
