import Domain
import Foundation

/// Which versions of a diagram are kept: all of a day, one an hour of a week, one a day of three months, then one a week. Those with a
/// name stay. Where that is still too many, those go first that were the diagram for a few minutes only, so that nobody can push out by
/// quick changes what others have made in weeks, and then the oldest.
struct VersionThinning: Sendable {
    /// Beside those with a name.
    static let most = 200
    private static let hour: TimeInterval = 3600
    private static let day: TimeInterval = 86_400

    let now: Date

    /// - Parameter versions: The newest first.
    /// - Returns: The revisions of those that can go.
    func superfluous(among versions: [VersionFacts]) -> [Int] {
        var superfluous: [Int] = []
        var kept: [VersionFacts] = []
        var last: Int?
        for version in versions where version.label == nil {
            let period = period(of: version)
            // The newest of a period speaks for it.
            if period != nil && period == last { superfluous.append(version.revision) } else { kept.append(version) }
            last = period
        }
        while kept.count > Self.most {
            superfluous.append(kept.remove(at: Self.shortLived(among: kept) ?? kept.count - 1).revision)
        }
        return superfluous
    }

    /// - Parameter versions: The newest first. It has not ended yet, and is not looked at.
    /// - Returns: The index of the one that was soonest followed by another; of several, that of the newest. `nil` if all lasted longer.
    private static func shortLived(among versions: [VersionFacts]) -> Int? {
        let lifetimes = zip(versions, versions.dropFirst()).map { later, earlier in later.savedAt.timeIntervalSince(earlier.savedAt) }
        let shortest = lifetimes.indices.min { lifetimes[$0] < lifetimes[$1] }
        return shortest.flatMap { lifetimes[$0] < Checkpoints.interval ? $0 + 1 : nil }
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
