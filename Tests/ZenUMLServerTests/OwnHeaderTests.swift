import HTTPTypes
import Testing

@testable import ZenUMLServer

struct OwnHeaderTests {
    @Test(arguments: OwnHeader.allCases)
    func itsNameIsAsItIsWritten(_ header: OwnHeader) { #expect(header.name.rawName == header.rawValue) }
}
