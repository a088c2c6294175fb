import Scenarios

extension ErrorText {
  init(record error: RunRecordError) {
    switch error {
    case .folderMissing(let path):
      self.init(
        "\(path): there is no such folder; name the folder that `townlayout plan --out` wrote",
        chinese: "\(path)：没有此文件夹；请指明 `townlayout plan --out` 写出的文件夹", .missingInput)
    case .notAFolder(let path):
      self.init(
        "\(path): this is a file; name the folder that `townlayout plan --out` wrote",
        chinese: "\(path)：这是文件；请指明 `townlayout plan --out` 写出的文件夹", .missingInput)
    case .recordMissing(let folder):
      self.init(
        "\(folder): holds no run.json, so it is no run of `townlayout plan`",
        chinese: "\(folder)：没有 run.json，不是 `townlayout plan` 的成果", .missingInput)
    case .notReadable(let file, let reason):
      self.init(
        "\(file): the record cannot be read: \(reason)", chinese: "\(file)：记录无法读取：\(reason)",
        .missingInput)
    case .tooLarge(let file, let limit):
      self.init(
        "\(file): larger than \(limit) bytes, which no record of a run is",
        chinese: "\(file)：大于 \(limit) 字节，不是运行记录", .badData)
    case .tooDeep(let file, let limit):
      self.init(
        "\(file): nested deeper than \(limit) levels, which no record of a run is",
        chinese: "\(file)：嵌套超过 \(limit) 层，不是运行记录", .badData)
    case .notJSON(let file, let reason):
      self.init(
        "\(file): this is not JSON, or it breaks off: \(TextTable.oneLine(reason)); ask for a complete "
          + "copy of the folder",
        chinese: "\(file)：不是 JSON 或内容不完整：\(TextTable.oneLine(reason))；请索取完整的成果文件夹", .badData)
    case .wrongMember(let file, let member, let reason):
      self.init(
        "\(file): member “\(TextTable.oneLine(member))”: \(TextTable.oneLine(reason)); was it written by an "
          + "earlier version, or changed? Run `townlayout plan` again",
        chinese:
          "\(file)：成员“\(TextTable.oneLine(member))”：\(TextTable.oneLine(reason))；是否由旧版本写出或被改动？"
          + "请重新运行 `townlayout plan`", .badData)
    case .otherVersion(let file, let found, let expected):
      self.init(
        "\(file): is of version \(found) of the record; this program reads version \(expected)",
        chinese: "\(file)：记录版本为 \(found)，本程序读取版本 \(expected)", .badData)
    case .planMissing(let file):
      self.init(
        "\(file): the plan file that run.json names is not there; name it by --plan, or verify from the folder "
          + "where the plan was run",
        chinese: "\(file)：run.json 所指的规划文件不存在；请用 --plan 指明，或在当时运行规划的文件夹中验证", .missingInput)
    }
  }
}
