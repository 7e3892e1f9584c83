/// Which of the three texts of a merge.
enum MergeVersion {
    /// What both sides began with.
    case base
    case ours
    case theirs
}
