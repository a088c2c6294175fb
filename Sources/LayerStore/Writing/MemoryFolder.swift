internal import CGDAL
import Foundation

/// A folder in memory that GDAL's drivers write into.
///
/// Drivers differ in whether they notice a full disk, and closing a dataset returns nothing in GDAL
/// 3.6. So they write to memory, and the bytes go to the disk by checked system calls. The price is
/// memory for one more copy of the output.
@safe struct MemoryFolder: ~Copyable {
  let path: String
  private static let counter = Counter()

  init() {
    path = "/vsimem/townlayout-\(Self.counter.next())"
    unsafe VSIMkdir(path, 0o777)
  }

  deinit { unsafe VSIRmdirRecursive(path) }

  /// Names of the files, sorted.
  var names: [String] {
    var list = unsafe VSIReadDir(path)
    let start = unsafe list
    defer { unsafe CSLDestroy(start) }
    var names: [String] = []
    while let next = unsafe list?.pointee {
      unsafe names.append(String(cString: next))
      unsafe list = list?.successor()
    }
    return names.sorted()
  }

  /// Copies every file to the disk.
  borrowing func copy(to output: inout WholeFile) throws(LayerStoreError) {
    for name in names {
      var length: vsi_l_offset = 0
      let bytes = unsafe VSIGetMemFileBuffer("\(path)/\(name)", &length, 0)
      let buffer = unsafe UnsafeRawBufferPointer(start: bytes, count: Int(length))
      try unsafe output.write(buffer, named: name)
    }
  }
}
