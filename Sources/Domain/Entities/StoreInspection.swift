/// What a store is and holds, for the operator to read.
public struct StoreInspection: Sendable, Equatable {
    public struct Index: Sendable, Equatable {
        /// Collection and name: `users.email_unique`.
        public let name: String
        public let isInPlace: Bool

        public init(name: String, isInPlace: Bool) {
            self.name = name
            self.isInPlace = isInPlace
        }
    }

    public struct Collection: Sendable, Equatable {
        public let name: String
        public let count: Int

        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Product and version: `MongoDB 6.0.5`.
    public let software: String
    /// One server or many, in words.
    public let topology: String
    public let indexes: [Index]
    public let collections: [Collection]

    public init(software: String, topology: String, indexes: [Index], collections: [Collection]) {
        self.software = software
        self.topology = topology
        self.indexes = indexes
        self.collections = collections
    }

    public var isComplete: Bool { indexes.allSatisfy(\.isInPlace) }
}
