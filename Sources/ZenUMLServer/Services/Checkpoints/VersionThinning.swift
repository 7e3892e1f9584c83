import Domain
import Foundation

/// Which versions of a diagram are kept: all of a day, one an hour of a week, one a day of three months, then one a week. Those with a
/// name stay.
struct VersionThinning: Sendable {
    /// Beside those with a name.
    static let most = 200
    private static let hour: TimeInterval = 3600
    private static let day: TimeInterval = 86_400

    let now: Date

    /// - Parameter versions: The newest first.
    /// - Returns: The revisions of those that can go.
    func superfluous(among versions: [VersionFacts]) -> [Int] {
        let unnamed = versions.filter { $0.label == nil }
        var superfluous: [Int] = []
        var kept = 0
        var last: Int?
        for version in unnamed {
            let period = period(of: version)
            // The newest of a period speaks for it.
            if kept == Self.most || (period != nil && period == last) {
                superfluous.append(version.revision)
            } else {
                kept += 1
            }
            last = period
        }
        return superfluous
    }

    /// The period that one version speaks for, by a number that no other period has; `nil` where each speaks for itself.
    private func period(of version: VersionFacts) -> Int? {
        let age = now.timeIntervalSince(version.savedAt)
        let time = version.savedAt.timeIntervalSince1970
        return switch age {
        case ..<Self.day: nil
        case ..<(7 * Self.day): Int(time / Self.hour)
        case ..<(90 * Self.day): Int(time / Self.day)
        default: Int(time / (7 * Self.day))
        }
    }
}
