// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let strictC = ["-Wall", "-Wextra", "-Werror"]

let package = Package(
    name: "zenuml",
    products: [
        .executable(name: "zenuml", targets: ["zenuml"]),
        .executable(name: "zenuml-server", targets: ["zenuml-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1"),
        .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
        .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", exact: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system.git", exact: "1.8.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", exact: "1.0.2"),
    ],
    targets: [
        .target(name: "UML", swiftSettings: strict),
        .target(name: "Pictures", dependencies: ["UML", .product(name: "Subprocess", package: "swift-subprocess")], swiftSettings: strict),
        .target(name: "Domain", swiftSettings: strict),
        .systemLibrary(name: "CZlib"),
        .target(name: "Mail", dependencies: [.product(name: "Subprocess", package: "swift-subprocess")], swiftSettings: strict),
        .target(
            name: "SQLiteStore",
            dependencies: ["CZlib", "Domain", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        // libarchive and libmongoc are loaded when they are needed and not linked; only their headers are used here.
        .target(name: "CArchive", cSettings: [.unsafeFlags(strictC)]),
        .target(name: "ZipArchive", dependencies: ["CArchive"], swiftSettings: strict),
        .target(
            name: "CMongo",
            cSettings: [.unsafeFlags(strictC + ["-isystem", "/usr/include/libmongoc-1.0", "-isystem", "/usr/include/libbson-1.0"])]
        ),
        .target(
            name: "MongoStore",
            dependencies: [
                "CMongo",
                "Domain",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "RedisStore",
            dependencies: [
                "Domain",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "ZenUMLServer",
            dependencies: [
                "Domain",
                "Mail",
                "Pictures",
                "UML",
                "ZipArchive",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "CommandLineSupport", dependencies: [.product(name: "SystemPackage", package: "swift-system")], swiftSettings: strict),
        // Nothing large: this program starts for each picture.
        .executableTarget(
            name: "zenuml",
            dependencies: [
                "CommandLineSupport",
                "Pictures",
                "UML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "zenuml-server",
            dependencies: [
                "CommandLineSupport",
                "Domain",
                "Mail",
                "MongoStore",
                "Pictures",
                "RedisStore",
                "SQLiteStore",
                "UML",
                "ZenUMLServer",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(name: "mongo-bench", dependencies: ["Domain", "MongoStore"], path: "bench/mongodb", swiftSettings: strict),
        .executableTarget(
            name: "bare-servers",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "bench/bare",
            swiftSettings: strict
        ),
        .target(name: "TestSupport", dependencies: ["Domain", "MongoStore", "SQLiteStore"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(name: "UMLTests", dependencies: ["UML"], exclude: ["Gallery", "Cases"], swiftSettings: strict),
        .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: strict),
        .testTarget(name: "ZipArchiveTests", dependencies: ["ZipArchive"], swiftSettings: strict),
        .testTarget(
            name: "RedisStoreTests",
            dependencies: [
                "Domain",
                "RedisStore",
                "TestSupport",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Domain", "MongoStore", "SQLiteStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ZenUMLServerTests",
            dependencies: [
                "Domain",
                "Mail",
                "Pictures",
                "TestSupport",
                "UML",
                "ZenUMLServer",
                "ZipArchive",
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ],
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
