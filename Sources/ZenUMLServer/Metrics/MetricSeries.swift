/// A metric's name and the values of its labels.
struct MetricSeries: Hashable, Sendable {
    let name: String
    private let labels: String

    init(name: String, dimensions: [(String, String)]) {
        self.name = name
        labels = dimensions.map { "\($0.0)=\"\(Self.escape($0.1))\"" }.joined(separator: ",")
    }

    /// `name_suffix{label="value",extra}`
    func text(suffix: String = "", extra: String? = nil) -> String {
        let all = [labels, extra ?? ""].filter { !$0.isEmpty }.joined(separator: ",")
        return name + suffix + (all.isEmpty ? "" : "{\(all)}")
    }

    private static func escape(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
