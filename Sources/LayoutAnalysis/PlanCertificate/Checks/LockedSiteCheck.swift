import LandModel

/// Sites that the plan decides itself are towns, or are none, as it says.
struct LockedSiteCheck {
  let towns: [StatedTown]
  let parameters: LayoutParameters

  func check() -> CertificateCheck {
    let (locked, out) = (parameters.lockedIn, parameters.lockedOut)
    let missing = locked.filter { !isTown($0) }.map { lock in
      CertificateFault(
        [lock.site.text],
        english:
          "\(lock.site.text) must be a town\(of(lock)) and is none.",
        chinese: "\(lock.site.text) 应为\(ofInChinese(lock))小镇而未入选。")
    }
    let unwanted = out.filter(isTown).map { lock in
      CertificateFault(
        [lock.site.text],
        english:
          "\(lock.site.text) must not be a town\(of(lock)) and is one.",
        chinese: "\(lock.site.text) 不得为\(ofInChinese(lock))小镇而入选。")
    }
    return CertificateCheck(
      .locks,
      detail: LocalizedText(
        english: "\(locked.count.counted("site")) locked in, \(out.count) locked out",
        chinese: "必选 \(locked.count) 处，禁选 \(out.count) 处"),
      faults: missing + unwanted)
  }

  private func isTown(_ lock: LockedSite) -> Bool {
    towns.contains { town in
      town.id == lock.site && (lock.industry == nil || lock.industry == town.industry)
        && (lock.size.map(town.isOfClass) ?? true)
    }
  }

  private func of(_ lock: LockedSite) -> String {
    (lock.industry.map { " of “\($0)”" } ?? "")
      + (lock.size.map { " of \($0.squareKilometres) km²" } ?? "")
  }

  private func ofInChinese(_ lock: LockedSite) -> String {
    (lock.industry.map { "“\($0)”" } ?? "")
      + (lock.size.map { " \($0.squareKilometres) 平方公里" } ?? "")
  }
}
