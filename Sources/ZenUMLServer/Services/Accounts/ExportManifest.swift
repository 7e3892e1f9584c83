import Foundation

/// The list of contents of an export: the file `manifest.json` in it. Other files hold the sources, and positions where there are any.
struct ExportManifest: Codable, Equatable {
    static let file = "manifest.json"
    static let format = "zenuml-export"

    struct Project: Codable, Equatable {
        let name: String
        let description: String
        let archived: Bool
        let diagrams: [Diagram]
    }

    struct Diagram: Codable, Equatable {
        let name: String
        let kind: String
        /// Where the source is, and with the ending `.json` the positions.
        let file: String
        /// Whether it was in the trash.
        let deleted: Bool
        let createdAt: String
        let updatedAt: String
    }

    let format: String
    let version: Int
    let exportedAt: String
    let name: String
    let email: String
    let projects: [Project]
}
